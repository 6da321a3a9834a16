package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.HeteroscedasticNoise;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.IsotropicNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.ToneCurve;

/// Fits both classical models to the pairs of one camera at one ISO.
///
/// First a regression of variance on light, straight from the pairs. Then the model is run over the clean pictures,
/// through clipping, rounding and JPEG, and its deviations are compared with the measured ones in the same bins of
/// 8-bit
/// sRGB; each bin's variance is corrected by the squared ratio, and the regression repeated. That undoes whatever the
/// pipeline takes from or adds to the noise without having to know it: JPEG alone can take half of it.
final class IsoFit {

    private static final int MOST_ROUNDS = 10;
    private static final double SETTLED = 0.004;

    /// Pixels that the model is run over in each round.
    private static final long PIXELS_PER_ROUND = 4_000_000;

    /// The deviation of a bin is never trusted better than this: neighbours in real noise are alike.
    private static final double DEVIATION_TRUST = 0.03;
    private static final double CORRELATED_SAMPLES = 16;

    private final CameraProfile camera;
    private final int iso;
    private final CleanNoisyCounts measured = new CleanNoisyCounts();
    private final List<Rgb8Image> cleanCorners = new ArrayList<>();
    private final int threads;

    /// @param camera gives tone curve, white balance and compression; its levels are not used
    IsoFit(CameraProfile camera, int iso, int threads) {
        this.camera = camera;
        this.iso = iso;
        this.threads = threads;
    }

    IsoNoise fit(List<PairFile> pairs, boolean convert16Bit, Cancellation cancellation, ProgressSink progress) {
        long share = Math.max(64 * 64, PIXELS_PER_ROUND / pairs.size());
        int side = (int) Math.sqrt(share) / 16 * 16;
        for (PairFile files : pairs) {
            cancellation.throwIfRequested();
            LoadedPair pair = LoadedPair.of(files, convert16Bit);
            measured.add(pair.clean(), pair.noisy());
            if (cleanCorners.size() < PIXELS_PER_ROUND / (64 * 64)) {
                cleanCorners.add(pair.corner(side).clean());
            }
            progress.report("reading pairs", 0.2 * cleanCorners.size() / pairs.size());
        }
        List<List<IntensityBin>> bins = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            bins.add(IntensityBin.of(measured, channel));
            if (bins.get(channel).isEmpty()) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The pairs of camera \"%s\" at ISO %d are too small: at least 200 pixels away from edges are needed."
                                .formatted(camera.name(), iso));
            }
        }
        return refine(start(bins), bins, cancellation, progress);
    }

    private IsoNoise start(List<List<IntensityBin>> bins) {
        ChannelNoise[] laws = new ChannelNoise[3];
        double variance = 0;
        for (int channel = 0; channel < 3; channel++) {
            List<IntensityBin> usable = bins.get(channel).stream()
                    .filter(IsoFit::quantilesUnclipped)
                    .toList();
            List<IntensityBin> chosen = usable.isEmpty() ? bins.get(channel) : usable;
            double[] light = new double[chosen.size()];
            double[] target = new double[chosen.size()];
            double[] weight = new double[chosen.size()];
            for (int i = 0; i < light.length; i++) {
                light[i] = light(channel, chosen.get(i));
                target[i] = lightVariance(channel, chosen.get(i));
                weight[i] = trust(chosen.get(i));
                variance += target[i] / light.length / 3;
            }
            laws[channel] = PoissonGaussRegression.fit(light, target, weight);
        }
        return new IsoNoise(iso, laws[0], laws[1], laws[2], Math.min(1, Math.sqrt(variance)), measured.pixels(), 0);
    }

    private IsoNoise refine(
            IsoNoise start, List<List<IntensityBin>> bins, Cancellation cancellation, ProgressSink progress) {
        IsoNoise noise = start;
        for (int round = 0; ; round++) {
            progress.report("matching ISO " + iso, 0.2 + 0.8 * round / MOST_ROUNDS);
            CleanNoisyCounts drawn = draw(new HeteroscedasticNoise(), noise, cancellation);
            CleanNoisyCounts drawnIsotropic = draw(new IsotropicNoise(), noise, cancellation);
            ChannelNoise[] laws = new ChannelNoise[3];
            double squaredLogs = 0;
            double weights = 0;
            for (int channel = 0; channel < 3; channel++) {
                BinMatch match = new BinMatch(bins.get(channel), IntensityBin.of(drawn, channel));
                laws[channel] = corrected(channel, noise.channel(channel), match);
                squaredLogs += match.squaredLogs();
                weights += match.weights();
            }
            double residual = weights == 0 ? 0 : Math.sqrt(squaredLogs / weights);
            double ratio = BinMatch.overallRatio(measured, drawnIsotropic);
            IsoNoise next = new IsoNoise(
                    iso,
                    laws[0],
                    laws[1],
                    laws[2],
                    Math.min(1, noise.isotropicSigma() * ratio),
                    measured.pixels(),
                    residual);
            if (round == MOST_ROUNDS || (Math.abs(ratio - 1) < SETTLED && settled(noise, next))) {
                return new IsoNoise(
                        iso,
                        noise.red(),
                        noise.green(),
                        noise.blue(),
                        noise.isotropicSigma(),
                        measured.pixels(),
                        residual);
            }
            noise = next;
        }
    }

    private ChannelNoise corrected(int channel, ChannelNoise law, BinMatch match) {
        List<IntensityBin> bins = match.measured();
        double[] light = new double[bins.size()];
        double[] target = new double[bins.size()];
        double[] weight = new double[bins.size()];
        for (int i = 0; i < light.length; i++) {
            light[i] = light(channel, bins.get(i));
            double ratio = match.ratio(i);
            target[i] = Math.max(1e-12, law.variance(light[i])) * ratio * ratio;
            weight[i] = trust(bins.get(i));
        }
        return bins.isEmpty() ? law : PoissonGaussRegression.fit(light, target, weight);
    }

    private CleanNoisyCounts draw(NoiseModel model, IsoNoise noise, Cancellation cancellation) {
        CameraProfile profile = new CameraProfile(
                camera.version(),
                camera.name(),
                camera.description(),
                camera.provenance(),
                camera.toneCurve(),
                camera.whiteBalance(),
                camera.compression(),
                List.of(noise));
        CleanNoisyCounts counts = new CleanNoisyCounts();
        for (int i = 0; i < cleanCorners.size(); i++) {
            // The same seed in every round: what changes between rounds is the law alone.
            NoiseOptions options =
                    NoiseOptions.of(new Seed(0).child("fit/" + i)).withThreads(threads);
            Rgb8Image clean = cleanCorners.get(i);
            Rgb8Image noisy = (Rgb8Image)
                    model.apply(clean, new NoiseCondition(profile, iso), options, cancellation, ProgressSink.NONE)
                            .noisy();
            counts.add(clean, noisy);
        }
        return counts;
    }

    private static boolean settled(IsoNoise before, IsoNoise after) {
        for (int channel = 0; channel < 3; channel++) {
            for (double light : new double[] {0.003, 0.05, 0.5}) {
                double old = before.channel(channel).variance(light);
                double change = Math.abs(after.channel(channel).variance(light) - old);
                if (change > 2 * SETTLED * old) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean quantilesUnclipped(IntensityBin bin) {
        return bin.cleanCode() + bin.lowQuantile() > 0.5 && bin.cleanCode() + bin.highQuantile() < 254.5;
    }

    /// Linear light of a bin before white balance.
    private double light(int channel, IntensityBin bin) {
        return camera.toneCurve().toLinear(bin.cleanCode() / 255)
                / camera.whiteBalance().gain(channel);
    }

    /// Quantiles go through a rising curve unharmed, so half their distance in light is the deviation there.
    private double lightVariance(int channel, IntensityBin bin) {
        ToneCurve curve = camera.toneCurve();
        double high = curve.toLinear(Math.clamp((bin.cleanCode() + bin.highQuantile()) / 255, 0, 1));
        double low = curve.toLinear(Math.clamp((bin.cleanCode() + bin.lowQuantile()) / 255, 0, 1));
        double deviation = (high - low) / 2 / camera.whiteBalance().gain(channel);
        return Math.max(1e-12, deviation * deviation);
    }

    private static double trust(IntensityBin bin) {
        double unclipped = Math.max(0.02, 1 - 2 * bin.clippedShare());
        return unclipped
                * unclipped
                / (1 / (2 * bin.samples() / CORRELATED_SAMPLES) + DEVIATION_TRUST * DEVIATION_TRUST);
    }
}
