package studio.diorama.models.cameranoise;

import java.util.SplittableRandom;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// Pictures and profiles that tests share.
public final class Pictures {

    private Pictures() {}

    public static Rgb8Image flat(int width, int height, int code) {
        byte[] samples = new byte[width * height * 3];
        java.util.Arrays.fill(samples, (byte) code);
        return new Rgb8Image(width, height, samples);
    }

    public static Rgb8Image random8(int width, int height) {
        byte[] samples = new byte[width * height * 3];
        new SplittableRandom(5).nextBytes(samples);
        return new Rgb8Image(width, height, samples);
    }

    public static Rgb16Image random16(int width, int height) {
        short[] samples = new short[width * height * 3];
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt();
        }
        return new Rgb16Image(width, height, samples);
    }

    /// Slow waves of light over all intensities: smooth enough that JPEG and gradients play no part.
    public static Rgb8Image smooth(int width, int height, double phase) {
        byte[] samples = new byte[width * height * 3];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++, i++) {
                    double wave = Math.sin(0.011 * x + 0.017 * y + phase + channel);
                    samples[i] = (byte) Math.round(127.5 + 120 * wave);
                }
            }
        }
        return new Rgb8Image(width, height, samples);
    }

    public static RgbImage noisy(NoiseModel model, RgbImage clean, NoiseCondition condition, long seed) {
        return model.apply(clean, condition, NoiseOptions.of(new Seed(seed)), Cancellation.NEVER, ProgressSink.NONE)
                .noisy();
    }
}
