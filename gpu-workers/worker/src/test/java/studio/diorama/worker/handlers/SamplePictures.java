package studio.diorama.worker.handlers;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.CleanReference;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;

/// Pictures and a camera for tests.
public final class SamplePictures {

    private SamplePictures() {}

    /// A smooth gradient with all brightnesses, a little different for each seed.
    public static Rgb8Image gradient(int width, int height, long seed) {
        int shift = new Random(seed).nextInt(64);
        byte[] samples = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int value = 20 + (x * 180 / width + y * 30 / height + shift / 2 + 5 * channel);
                    samples[3 * (y * width + x) + channel] = (byte) Math.min(value, 235);
                }
            }
        }
        return new Rgb8Image(width, height, samples);
    }

    public static byte[] png(int width, int height, long seed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.write(gradient(width, height, seed), bytes);
        return bytes.toByteArray();
    }

    public static CameraProfile camera(String name) {
        return new CameraProfile(
                CameraProfile.VERSION,
                name,
                "For tests.",
                new Provenance("none", "none", "none", "test"),
                new ToneCurve.Srgb(),
                WhiteBalance.NEUTRAL,
                new Compression.Lossless(),
                CleanReference.NOISE_FREE,
                List.of(level(100, 1), level(1600, 16)));
    }

    private static IsoNoise level(int iso, double factor) {
        ChannelNoise noise = new ChannelNoise(1e-4 * factor, 2e-7 * factor * factor);
        return new IsoNoise(iso, noise, noise, noise, 0.005 * Math.sqrt(factor), 1000, 0.01);
    }
}
