package studio.diorama.models.cameranoise.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb8Image;

/// Makes clean/noisy pairs of a burst: each frame with the mean of all, on the frame's own grid.
public final class BurstPairs {

    private static final int SMALLEST_SIDE = 32;

    private BurstPairs() {}

    /// Opens every frame three times and those of pairs once more, and holds one at a time, besides the mean. Every
    /// frame is checked before the first pair is given out.
    ///
    /// @param name of the burst, for messages
    /// @param mostPairs how many frames become pairs, evenly over the burst; all where it is larger than that
    /// @return warnings for a person
    /// @throws DioramaException naming the frame in which something moves, or that lies too far off
    public static List<String> forEach(
            String name,
            Frames frames,
            int mostPairs,
            Cancellation cancellation,
            ProgressSink progress,
            Consumer<BurstPair> pairs) {
        BurstAlignment alignment = BurstAlignment.of(name, frames, cancellation, quarter(progress, 0));
        requireRoom(name, alignment);
        CleanEstimate clean = CleanEstimate.of(frames, alignment, cancellation, quarter(progress, 1));
        requireStill(frames, alignment, clean, cancellation, quarter(progress, 2));
        int wanted = Math.min(mostPairs, frames.count());
        for (int made = 0; made < wanted; made++) {
            cancellation.throwIfRequested();
            pairs.accept(pair(frames, (int) ((long) made * frames.count() / wanted), alignment, clean));
            quarter(progress, 3).report("pairing", (made + 1.0) / wanted);
        }
        return clean.warnings();
    }

    private static void requireStill(
            Frames frames,
            BurstAlignment alignment,
            CleanEstimate clean,
            Cancellation cancellation,
            ProgressSink progress) {
        Optional<FrameCheck.Fault> worst = Optional.empty();
        for (int frame = 0; frame < frames.count(); frame++) {
            cancellation.throwIfRequested();
            BurstPair pair = pair(frames, frame, alignment, clean);
            Optional<FrameCheck.Fault> fault = FrameCheck.fault(
                    pair.frame(),
                    Plane.brightness(
                            pair.cleanMean(), pair.clean().width(), pair.clean().height()),
                    Plane.brightness(pair.noisy()));
            worst = Stream.concat(worst.stream(), fault.stream())
                    .max(Comparator.comparingDouble(FrameCheck.Fault::codes));
            progress.report("checking", (frame + 1.0) / frames.count());
        }
        if (worst.isPresent()) {
            throw worst.get().refusal();
        }
    }

    /// Writes a burst's pairs where [studio.diorama.models.cameranoise.fit.PairFolder] finds them:
    /// `<camera>_<iso>/clean/<scene>-NNN.png` and `<camera>_<iso>/noisy/<scene>-NNN.png`.
    ///
    /// @param outputFolder made where it is absent
    /// @return warnings for a person
    public static List<String> write(
            Burst burst,
            boolean convert16Bit,
            int mostPairs,
            Path outputFolder,
            Cancellation cancellation,
            ProgressSink progress) {
        Path folder = outputFolder.resolve(fileName(burst.camera()) + "_" + burst.iso());
        try {
            Files.createDirectories(folder.resolve("clean"));
            Files.createDirectories(folder.resolve("noisy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] number = {0};
        return forEach(
                burst.scene(), Frames.of(burst.frames(), convert16Bit), mostPairs, cancellation, progress, pair -> {
                    String file = "%s-%03d.png".formatted(fileName(burst.scene()), number[0]++);
                    PngWriter.write(pair.clean(), folder.resolve("clean").resolve(file));
                    PngWriter.write(pair.noisy(), folder.resolve("noisy").resolve(file));
                });
    }

    private static BurstPair pair(Frames frames, int frame, BurstAlignment alignment, CleanEstimate clean) {
        Rgb8Image whole = frames.open(frame);
        float[] wholeMean = clean.onGridOf(frame);
        int before = alignment.marginBefore();
        int width = whole.width() - before - alignment.marginAfter();
        int height = whole.height() - before - alignment.marginAfter();
        byte[] noisy = new byte[3 * width * height];
        byte[] rounded = new byte[noisy.length];
        float[] mean = new float[noisy.length];
        for (int y = 0; y < height; y++) {
            int from = 3 * ((before + y) * whole.width() + before);
            System.arraycopy(whole.samples(), from, noisy, 3 * y * width, 3 * width);
            for (int i = 0; i < 3 * width; i++) {
                float code = Math.clamp(wholeMean[from + i], 0f, 255f);
                mean[3 * y * width + i] = code;
                rounded[3 * y * width + i] = (byte) Math.round(code);
            }
        }
        return new BurstPair(
                frames.name(frame), new Rgb8Image(width, height, rounded), mean, new Rgb8Image(width, height, noisy));
    }

    private static void requireRoom(String name, BurstAlignment alignment) {
        int lost = alignment.marginBefore() + alignment.marginAfter();
        if (Math.min(alignment.width(), alignment.height()) - lost < SMALLEST_SIDE) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The frames of burst %s are %d × %d and lie so far off each other that %d pixels of each side are lost; less than %d pixels remain."
                            .formatted(name, alignment.width(), alignment.height(), lost, SMALLEST_SIDE));
        }
    }

    private static ProgressSink quarter(ProgressSink progress, int which) {
        return (stage, fraction) -> progress.report(stage, (which + fraction) / 4);
    }

    /// A camera's name comes from a stranger's file: only harmless characters become part of a path.
    private static String fileName(String name) {
        String harmless = name.replaceAll("[^\\p{L}\\p{N} ._-]", "-").replaceFirst("^\\.+", "-");
        return harmless.substring(0, Math.min(100, harmless.length()));
    }
}
