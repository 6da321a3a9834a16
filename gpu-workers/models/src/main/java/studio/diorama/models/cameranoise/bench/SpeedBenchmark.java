package studio.diorama.models.cameranoise.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.CleanReference;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseModels;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;

/// Megapixels per second of the classical models on one core, the best of a few runs of 12 megapixels, beside the same
/// formula written plainly.
final class SpeedBenchmark {

    /// Processor time, not the clock's, so that other work on the machine does not count.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int REPEATS = 5;

    /// java.util.Random and Math.pow, without a level map.
    private static final String PLAIN = "plain formula";

    private static final ChannelNoise LAW = new ChannelNoise(1e-3, 1e-5);

    private SpeedBenchmark() {}

    static List<DrawingSpeed> run() {
        byte[] samples = new byte[WIDTH * HEIGHT * 3];
        new Random(1).nextBytes(samples);
        Rgb8Image clean = new Rgb8Image(WIDTH, HEIGHT, samples);
        NoiseCondition condition = new NoiseCondition(profile(), 800);
        List<DrawingSpeed> speeds = new ArrayList<>();
        for (NoiseModel model : NoiseModels.all()) {
            for (int bits : new int[] {8, 16}) {
                NoiseOptions options = NoiseOptions.of(new Seed(1)).withOutputBitDepth(bits);
                double rate = rate(() -> model.apply(clean, condition, options, Cancellation.NEVER, ProgressSink.NONE));
                speeds.add(new DrawingSpeed(model.name(), bits, rate));
            }
        }
        speeds.add(new DrawingSpeed(PLAIN, 8, rate(() -> plain(clean))));
        return List.copyOf(speeds);
    }

    /// Random.nextGaussian and the formulas as they stand in a book.
    private static Rgb8Image plain(Rgb8Image clean) {
        Random random = new Random(1);
        ToneCurve curve = new ToneCurve.Srgb();
        byte[] noisy = new byte[clean.samples().length];
        for (int i = 0; i < noisy.length; i++) {
            double light = curve.toLinear((clean.samples()[i] & 0xFF) / 255.0);
            double value = light + Math.sqrt(LAW.variance(light)) * random.nextGaussian();
            noisy[i] = (byte) Math.round(255 * curve.toEncoded(Math.clamp(value, 0, 1)));
        }
        return new Rgb8Image(clean.width(), clean.height(), noisy);
    }

    private static double rate(Supplier<?> work) {
        double best = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long start = THREADS.getCurrentThreadCpuTime();
            if (work.get() == null) {
                throw new IllegalStateException("nothing was drawn");
            }
            best = Math.max(best, WIDTH * HEIGHT * 1e3 / (THREADS.getCurrentThreadCpuTime() - start));
        }
        return best;
    }

    private static CameraProfile profile() {
        return new CameraProfile(
                CameraProfile.VERSION,
                "Benchmark",
                "",
                new Provenance("", "", "", ""),
                new ToneCurve.Srgb(),
                WhiteBalance.NEUTRAL,
                new Compression.Lossless(),
                CleanReference.NOISE_FREE,
                List.of(new IsoNoise(800, LAW, LAW, LAW, 0.02, 0, 0)));
    }
}
