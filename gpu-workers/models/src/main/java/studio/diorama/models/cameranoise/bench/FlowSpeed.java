package studio.diorama.models.cameranoise.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowPipeline;

/// What drawing from the flow costs.
///
/// @param oneThread megapixels per second of processor time on one thread
/// @param allThreads megapixels per second of wall time on all processors
/// @param threads how many processors these are
/// @param largeMegapixels size of the picture that memory was measured with
/// @param largeSeconds wall time of that picture on all processors
/// @param peakHeapMebibytes the most heap in use while it was drawn, its own bytes and garbage not yet collected
/// included
public record FlowSpeed(
        double oneThread,
        double allThreads,
        int threads,
        int largeMegapixels,
        double largeSeconds,
        double peakHeapMebibytes) {

    private static final int SMALL_SIDE = 1024;
    private static final int LARGE_WIDTH = 8192;
    private static final int LARGE_HEIGHT = 6144;
    private static final int REPEATS = 3;

    static FlowSpeed measure(FlowPipeline flow) {
        FlowCondition condition = new FlowCondition(
                0, flow.weights().config().cameras().getFirst().maximumIso());
        int threads = Runtime.getRuntime().availableProcessors();
        Rgb8Image small = picture(SMALL_SIDE, SMALL_SIDE);
        LongSupplier processor = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
        double oneThread = 0;
        double allThreads = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            oneThread = Math.max(oneThread, rate(flow, small, condition, 1, processor));
            allThreads = Math.max(allThreads, rate(flow, small, condition, threads, System::nanoTime));
        }
        Rgb8Image large = picture(LARGE_WIDTH, LARGE_HEIGHT);
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        double largeRate = rate(flow, large, condition, threads, System::nanoTime);
        long peak = heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        double megapixels = megapixels(large);
        return new FlowSpeed(
                oneThread, allThreads, threads, (int) megapixels, megapixels / largeRate, peak / 1024.0 / 1024.0);
    }

    private static double rate(
            FlowPipeline flow, Rgb8Image clean, FlowCondition condition, int threads, LongSupplier nanoseconds) {
        NoiseOptions options = NoiseOptions.of(new Seed(1)).withThreads(threads);
        long begun = nanoseconds.getAsLong();
        if (flow.apply(clean, condition, options, Cancellation.NEVER, ProgressSink.NONE) == null) {
            throw new IllegalStateException("nothing was drawn");
        }
        return megapixels(clean) * 1e9 / (nanoseconds.getAsLong() - begun);
    }

    private static double megapixels(Rgb8Image picture) {
        return picture.width() * picture.height() / 1e6;
    }

    private static Rgb8Image picture(int width, int height) {
        byte[] samples = new byte[3 * width * height];
        new Random(1).nextBytes(samples);
        return new Rgb8Image(width, height, samples);
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    String toText() {
        return String.format(
                Locale.ROOT,
                "  flow             8 to  8 bits  %7.2f MP/s on one thread (processor time), %.2f MP/s on %d (wall time);%n"
                        + "                   %d megapixels in %.0f s with %.0f MiB of heap at most",
                oneThread,
                allThreads,
                threads,
                largeMegapixels,
                largeSeconds,
                peakHeapMebibytes);
    }
}
