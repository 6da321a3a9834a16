package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.HeteroscedasticNoise;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.IsotropicNoise;
import studio.diorama.models.cameranoise.ToneCurve;

/// Fits both classical models to the pairs of one camera at one ISO.
///
/// First a regression of variance on light, straight from the pairs. Then the model is run over the clean pictures,
/// through clipping, rounding and JPEG, and its deviations are compared with the measured ones in the same bins of
/// 8-bit sRGB; each bin's variance is corrected by the squared ratio, and the regression repeated. That undoes
/// whatever the pipeline takes from or adds to the noise without having to know it: JPEG alone can take half of it.
final class IsoFit {

    private static final int MOST_ROUNDS = 8;
    private static final double SETTLED = 0.01;

    /// The deviation of a bin is never trusted better than this: neighbours in real noise are alike.
    private static final double DEVIATION_TRUST = 0.03;
    private static final double CORRELATED_SAMPLES = 16;

    private final CameraProfile camera;
    private final IsoPairs pairs;
    private final int threads;
    private final Cancellation cancellation;

    /// @param camera gives tone curve, white balance and compression; its levels are not used
    IsoFit(CameraProfile camera, IsoPairs pairs, int threads, Cancellation cancellation) {
        this.camera = camera;
        this.pairs = pairs;
        this.threads = threads;
        this.cancellation = cancellation;
    }

    /// What a fit found.
    ///
    /// @param noise the parameters
    /// @param meanError mean absolute error of the noise's mean, in codes
    /// @param needed what deviation each channel would need in each bin to match exactly
    record Result(IsoNoise noise, double meanError, List<List<NeededDeviation>> needed) {}

    /// @param code mean clean code of a bin
    /// @param deviation standard deviation in codes, before clipping, rounding and compression
    /// @param trust how much the bin counts
    record NeededDeviation(double code, double deviation, double trust) {}

    /// The heteroscedastic model; the isotropic sigma is only a first guess, see [#isotropic].
    Result heteroscedastic() {
        IsoNoise noise = start();
        for (int round = 0; ; round++) {
            CleanNoisyCounts drawn = pairs.draw(new HeteroscedasticNoise(), profile(noise), threads, cancellation);
            List<BinMatch> matches = new ArrayList<>();
            ChannelNoise[] laws = new ChannelNoise[3];
            for (int channel = 0; channel < 3; channel++) {
                matches.add(new BinMatch(pairs.bins().get(channel), IntensityBin.of(drawn, channel)));
                laws[channel] = corrected(channel, noise.channel(channel), matches.get(channel));
            }
            IsoNoise next = noise(laws, noise.isotropicSigma(), 0);
            if (round == MOST_ROUNDS || settled(noise, next)) {
                ChannelNoise[] last = {noise.red(), noise.green(), noise.blue()};
                return new Result(
                        noise(last, noise.isotropicSigma(), BinMatch.residual(matches)),
                        BinMatch.meanError(matches),
                        needed(last, matches));
            }
            noise = next;
        }
    }

    /// The same with an isotropic sigma whose drawn noise has the measured deviation, over all bins together.
    IsoNoise isotropic(IsoNoise heteroscedastic) {
        ChannelNoise[] laws = {heteroscedastic.red(), heteroscedastic.green(), heteroscedastic.blue()};
        IsoNoise noise = heteroscedastic;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            CleanNoisyCounts drawn = pairs.draw(new IsotropicNoise(), profile(noise), threads, cancellation);
            double ratio = BinMatch.overallRatio(pairs.measured(), drawn);
            noise = noise(laws, Math.min(1, noise.isotropicSigma() * ratio), heteroscedastic.fitResidual());
            if (Math.abs(ratio - 1) < SETTLED / 2) {
                break;
            }
        }
        return noise;
    }

    private IsoNoise start() {
        ChannelNoise[] laws = new ChannelNoise[3];
        double variance = 0;
        for (int channel = 0; channel < 3; channel++) {
            List<IntensityBin> bins = pairs.bins().get(channel);
            List<IntensityBin> usable =
                    bins.stream().filter(IsoFit::quantilesUnclipped).toList();
            List<IntensityBin> chosen = usable.isEmpty() ? bins : usable;
            double[] light = new double[chosen.size()];
            double[] target = new double[chosen.size()];
            double[] weight = new double[chosen.size()];
            for (int i = 0; i < light.length; i++) {
                light[i] = light(channel, chosen.get(i).cleanCode());
                target[i] = lightVariance(channel, chosen.get(i));
                weight[i] = trust(chosen.get(i));
                variance += target[i] / light.length / 3;
            }
            laws[channel] = PoissonGaussRegression.fit(light, target, weight);
        }
        return noise(laws, Math.min(1, Math.sqrt(variance)), 0);
    }

    private ChannelNoise corrected(int channel, ChannelNoise law, BinMatch match) {
        List<IntensityBin> bins = match.measured();
        double[] light = new double[bins.size()];
        double[] target = new double[bins.size()];
        double[] weight = new double[bins.size()];
        for (int i = 0; i < light.length; i++) {
            light[i] = light(channel, bins.get(i).cleanCode());
            double ratio = match.ratio(i);
            target[i] = Math.max(1e-12, law.variance(light[i])) * ratio * ratio;
            weight[i] = trust(bins.get(i));
        }
        return bins.isEmpty() ? law : PoissonGaussRegression.fit(light, target, weight);
    }

    private List<List<NeededDeviation>> needed(ChannelNoise[] laws, List<BinMatch> matches) {
        List<List<NeededDeviation>> channels = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            BinMatch match = matches.get(channel);
            List<NeededDeviation> bins = new ArrayList<>();
            for (int i = 0; i < match.measured().size(); i++) {
                IntensityBin bin = match.measured().get(i);
                double light = light(channel, bin.cleanCode());
                double lightDeviation = Math.sqrt(Math.max(1e-12, laws[channel].variance(light)));
                double lightPerCode = light(channel, Math.min(255, bin.cleanCode() + 2))
                        - light(channel, Math.max(0, bin.cleanCode() - 2));
                double codes = Math.min(255, bin.cleanCode() + 2) - Math.max(0, bin.cleanCode() - 2);
                bins.add(new NeededDeviation(
                        bin.cleanCode(), lightDeviation / lightPerCode * codes * match.ratio(i), trust(bin)));
            }
            channels.add(bins);
        }
        return channels;
    }

    private IsoNoise noise(ChannelNoise[] laws, double isotropicSigma, double residual) {
        return new IsoNoise(
                pairs.iso(),
                laws[0],
                laws[1],
                laws[2],
                isotropicSigma,
                pairs.measured().pixels(),
                residual);
    }

    private CameraProfile profile(IsoNoise noise) {
        return camera.withLevels(List.of(noise));
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

    /// Linear light of a code before white balance.
    private double light(int channel, double code) {
        return camera.toneCurve().toLinear(code / 255) / camera.whiteBalance().gain(channel);
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
        double sampling = CORRELATED_SAMPLES / (2 * bin.samples());
        return unclipped * unclipped / (sampling + DEVIATION_TRUST * DEVIATION_TRUST);
    }
}
