package studio.diorama.models.cameranoise.data;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.Rgb8Image;

/// How a burst's frames lie to each other. Only shifts are known: a tripod that was touched, not a camera that turned.
///
/// @param width of every frame
/// @param height of every frame
/// @param shifts of the frames against the middle one, in their order; those that cannot be told from none are none
public record BurstAlignment(int width, int height, List<Shift> shifts) {

    /// A frame farther off was not taken from a tripod.
    public static final double MOST_PIXELS = 8;

    private static final double NEGLIGIBLE_PIXELS = 0.02;
    private static final int SMALLEST_SIDE = 32;

    public BurstAlignment {
        shifts = List.copyOf(shifts);
    }

    /// Opens every frame once.
    ///
    /// @param name of the burst, for messages
    /// @throws DioramaException naming the frame that has another size or lies too far off, and how far
    public static BurstAlignment of(String name, Frames frames, Cancellation cancellation, ProgressSink progress) {
        Burst.requireCount(name, frames.count());
        int middle = frames.count() / 2;
        Rgb8Image reference = frames.open(middle);
        if (Math.min(reference.width(), reference.height()) < SMALLEST_SIDE) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Frames of at least %d × %d pixels are needed, %s is %d × %d."
                            .formatted(
                                    SMALLEST_SIDE,
                                    SMALLEST_SIDE,
                                    frames.name(middle),
                                    reference.width(),
                                    reference.height()));
        }
        List<Plane> pyramid = Plane.brightness(reference).pyramid();
        List<Shift> shifts = new ArrayList<>();
        for (int frame = 0; frame < frames.count(); frame++) {
            cancellation.throwIfRequested();
            shifts.add(frame == middle ? Shift.NONE : shift(frames, frame, pyramid));
            progress.report("aligning " + name, (frame + 1.0) / frames.count());
        }
        return new BurstAlignment(reference.width(), reference.height(), shifts);
    }

    private static Shift shift(Frames frames, int frame, List<Plane> reference) {
        Rgb8Image picture = frames.open(frame);
        Plane first = reference.getFirst();
        if (picture.width() != first.width() || picture.height() != first.height()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s is %d × %d, the other frames of its burst are %d × %d."
                            .formatted(
                                    frames.name(frame),
                                    picture.width(),
                                    picture.height(),
                                    first.width(),
                                    first.height()));
        }
        TranslationEstimate estimate =
                TranslationEstimate.between(reference, Plane.brightness(picture).pyramid());
        if (estimate.uncertainty() == Double.POSITIVE_INFINITY) {
            return Shift.NONE; // Nothing to align by, and nothing that a shift would change.
        }
        Shift shift = estimate.shift();
        if (!(shift.length() <= MOST_PIXELS)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    ("%s is shifted by %.1f pixels to the right and %.1f down against the middle frame; at most %.0f are"
                                    + " taken. Use frames from a tripod, or leave this one out.")
                            .formatted(frames.name(frame), shift.dx(), shift.dy(), MOST_PIXELS));
        }
        boolean isNone = shift.length() < Math.max(NEGLIGIBLE_PIXELS, 2 * estimate.uncertainty());
        return isNone ? Shift.NONE : shift;
    }

    /// Pixels at the left and top that not every frame shows after moving twice, a multiple of 16 so that a JPEG's
    /// blocks stay where they were; none where nothing is moved.
    int marginBefore() {
        return (marginAfter() + 15) / 16 * 16;
    }

    /// Pixels at the right and bottom that not every frame shows after moving twice.
    int marginAfter() {
        double farthest = shifts.stream()
                .mapToDouble(shift -> Math.max(Math.abs(shift.dx()), Math.abs(shift.dy())))
                .max()
                .orElse(0);
        return farthest == 0 ? 0 : 2 * ((int) Math.ceil(farthest) + 2);
    }
}
