package studio.diorama.models.cameranoise.bench;

import java.util.List;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.CleanReference;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;

/// What most pipelines do: one standard deviation, added to the sRGB values, no compression. Written as a profile
/// whose light is the encoded value itself.
final class PlainGaussian {

    private PlainGaussian() {}

    /// The standard deviation of all residuals.
    static CameraProfile fit(List<PairFile> training) {
        double sum = 0;
        double squares = 0;
        double count = 0;
        for (PairFile files : training) {
            LoadedPair pair = LoadedPair.of(files, false);
            byte[] clean = pair.clean().samples();
            byte[] noisy = pair.noisy().samples();
            for (int i = 0; i < clean.length; i++) {
                double residual = (noisy[i] & 0xFF) - (clean[i] & 0xFF);
                sum += residual;
                squares += residual * residual;
            }
            count += clean.length;
        }
        double mean = sum / count;
        double deviation = Math.sqrt(squares / count - mean * mean) / 255;
        ChannelNoise law = new ChannelNoise(0, deviation * deviation);
        return new CameraProfile(
                CameraProfile.VERSION,
                "Plain Gaussian",
                "",
                new Provenance("", "", "", ""),
                new ToneCurve.Gamma(1),
                WhiteBalance.NEUTRAL,
                new Compression.Lossless(),
                CleanReference.NOISE_FREE,
                List.of(new IsoNoise(training.getFirst().iso(), law, law, law, deviation, 0, 0)));
    }
}
