package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.List;

/// Measured bins beside the drawn bins of the same clean intensity.
final class BinMatch {

    private static final double LARGEST_STEP = 3;

    private final List<IntensityBin> measured = new ArrayList<>();
    private final List<IntensityBin> drawn = new ArrayList<>();

    BinMatch(List<IntensityBin> measuredBins, List<IntensityBin> drawnBins) {
        for (IntensityBin bin : measuredBins) {
            drawnBins.stream()
                    .filter(other -> other.index() == bin.index() && bin.clippedShare() < 0.5)
                    .findFirst()
                    .ifPresent(other -> {
                        measured.add(bin);
                        drawn.add(other);
                    });
        }
    }

    List<IntensityBin> measured() {
        return measured;
    }

    /// Measured deviation over drawn deviation, kept within the largest step of one round.
    double ratio(int i) {
        return bounded(measured.get(i).deviation(), drawn.get(i).deviation());
    }

    /// Root mean square over the bins of all channels of ln(measured / drawn deviation), weighted by samples up to ten
    /// thousand.
    static double residual(List<BinMatch> channels) {
        double sum = 0;
        double weights = 0;
        for (BinMatch match : channels) {
            for (int i = 0; i < match.measured.size(); i++) {
                double log = Math.log(match.ratio(i));
                sum += match.weight(i) * log * log;
                weights += match.weight(i);
            }
        }
        return weights == 0 ? 0 : Math.sqrt(sum / weights);
    }

    /// Mean absolute difference of the noise's mean, in codes, over the bins of all channels, weighted alike.
    static double meanError(List<BinMatch> channels) {
        double sum = 0;
        double weights = 0;
        for (BinMatch match : channels) {
            for (int i = 0; i < match.measured.size(); i++) {
                sum += match.weight(i)
                        * Math.abs(match.measured.get(i).mean()
                                - match.drawn.get(i).mean());
                weights += match.weight(i);
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private double weight(int i) {
        return Math.min(10_000, measured.get(i).samples());
    }

    /// Measured over drawn deviation of all bins and channels together.
    static double overallRatio(CleanNoisyCounts measured, CleanNoisyCounts drawn) {
        double measuredVariance = 0;
        double drawnVariance = 0;
        for (int channel = 0; channel < 3; channel++) {
            BinMatch match = new BinMatch(IntensityBin.of(measured, channel), IntensityBin.of(drawn, channel));
            for (int i = 0; i < match.measured.size(); i++) {
                double samples = match.measured.get(i).samples();
                measuredVariance += samples
                        * match.measured.get(i).deviation()
                        * match.measured.get(i).deviation();
                drawnVariance += samples
                        * match.drawn.get(i).deviation()
                        * match.drawn.get(i).deviation();
            }
        }
        return bounded(Math.sqrt(measuredVariance), Math.sqrt(drawnVariance));
    }

    private static double bounded(double measured, double drawn) {
        double floor = 1e-3;
        return Math.clamp((measured + floor) / (drawn + floor), 1 / LARGEST_STEP, LARGEST_STEP);
    }
}
