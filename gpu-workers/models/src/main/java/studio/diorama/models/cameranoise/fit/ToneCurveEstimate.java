package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.diorama.models.cameranoise.ToneCurve;

/// Finds a camera's tone curve from its noise alone.
///
/// Cameras rarely follow the sRGB curve: they deepen shadows and round off highlights, and the noise is stretched and
/// squeezed with them. Photon noise is constant in the square root of light, so where the encoded deviation is s(v),
/// √light must grow like 1/s(v): light(v) = (∫₀ᵛ du / s(u))² / (∫₀¹ du / s(u))². The law k·x + r² of each channel and
/// ISO is then fitted in that light (the idea of radiometric calibration from noise: Matsushita and Lin 2007).
///
/// The shape of s is shared by all channels and ISOs, each with its own factor.
final class ToneCurveEstimate {

    private static final int BINS = IntensityBin.BINS;
    private static final double CODES = 256.0 / BINS;
    private static final int TABLE_ENTRIES = 65;
    private static final int STEPS_PER_ENTRY = 16;
    private static final int ROUNDS = 8;

    /// The deviation may differ from its mean over codes by this factor; beyond, bins say more of clipping than of the
    /// curve.
    private static final double FARTHEST = 4;

    private ToneCurveEstimate() {}

    static ToneCurve of(List<IsoFit.Result> results) {
        List<List<IsoFit.NeededDeviation>> series = new ArrayList<>();
        results.forEach(result -> series.addAll(result.needed()));
        double[] logShape = smooth(fill(shape(series)));
        List<Double> light = new ArrayList<>(TABLE_ENTRIES);
        double[] root = new double[TABLE_ENTRIES];
        for (int entry = 1; entry < TABLE_ENTRIES; entry++) {
            root[entry] = root[entry - 1];
            for (int step = 0; step < STEPS_PER_ENTRY; step++) {
                double encoded = (entry - 1 + (step + 0.5) / STEPS_PER_ENTRY) / (TABLE_ENTRIES - 1);
                root[entry] += Math.exp(-at(logShape, 255 * encoded));
            }
        }
        for (int entry = 0; entry < TABLE_ENTRIES; entry++) {
            double share = root[entry] / root[TABLE_ENTRIES - 1];
            light.add(share * share);
        }
        return new ToneCurve.Table(light);
    }

    /// The mean of ln s in each bin once every series has its own offset; NaN in bins that no series has.
    private static double[] shape(List<List<IsoFit.NeededDeviation>> series) {
        double[] shape = new double[BINS];
        for (int round = 0; round < ROUNDS; round++) {
            double[] sums = new double[BINS];
            double[] weights = new double[BINS];
            for (List<IsoFit.NeededDeviation> bins : series) {
                double offset = 0;
                double total = 0;
                for (IsoFit.NeededDeviation bin : bins) {
                    offset += bin.trust() * (Math.log(bin.deviation()) - shape[index(bin)]);
                    total += bin.trust();
                }
                for (IsoFit.NeededDeviation bin : bins) {
                    sums[index(bin)] += bin.trust() * (Math.log(bin.deviation()) - offset / total);
                    weights[index(bin)] += bin.trust();
                }
            }
            for (int bin = 0; bin < BINS; bin++) {
                shape[bin] = weights[bin] > 0 ? sums[bin] / weights[bin] : round == ROUNDS - 1 ? Double.NaN : 0;
            }
        }
        return shape;
    }

    private static int index(IsoFit.NeededDeviation bin) {
        return (int) (bin.code() / CODES);
    }

    private static double[] fill(double[] shape) {
        double mean = Arrays.stream(shape).filter(Double::isFinite).average().orElse(0);
        double[] filled = shape.clone();
        for (int bin = 0; bin < BINS; bin++) {
            int below = bin;
            int above = bin;
            while (below >= 0 && Double.isNaN(shape[below])) {
                below--;
            }
            while (above < BINS && Double.isNaN(shape[above])) {
                above++;
            }
            double low = below >= 0 ? shape[below] : above < BINS ? shape[above] : mean;
            double high = above < BINS ? shape[above] : low;
            double value = below == above
                    ? low
                    : low + (high - low) * (bin - Math.max(0, below)) / (above - Math.max(0, below));
            filled[bin] = Math.clamp(value, mean - Math.log(FARTHEST), mean + Math.log(FARTHEST));
        }
        return filled;
    }

    private static double[] smooth(double[] shape) {
        double[] smoothed = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            double before = shape[Math.max(0, bin - 1)];
            double after = shape[Math.min(BINS - 1, bin + 1)];
            smoothed[bin] = (before + 2 * shape[bin] + after) / 4;
        }
        return smoothed;
    }

    private static double at(double[] shape, double code) {
        double place = Math.clamp(code / CODES - 0.5, 0, BINS - 1.0);
        int below = Math.min(BINS - 2, (int) place);
        return shape[below] + (shape[below + 1] - shape[below]) * (place - below);
    }
}
