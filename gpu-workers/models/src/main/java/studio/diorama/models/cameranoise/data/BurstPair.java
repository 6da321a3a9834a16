package studio.diorama.models.cameranoise.data;

import static java.util.Objects.requireNonNull;

import studio.diorama.imaging.Rgb8Image;

/// One frame of a burst and its clean estimate.
///
/// @param frame what a person knows the frame by
/// @param clean the estimate, rounded
/// @param cleanMean (height × width × 3) the estimate with fractions, 0 to 255
/// @param noisy the frame's own samples, cut where the estimate does not reach and otherwise untouched
@SuppressWarnings("ArrayRecordComponent")
public record BurstPair(String frame, Rgb8Image clean, float[] cleanMean, Rgb8Image noisy) {

    public BurstPair {
        requireNonNull(frame, "frame is null");
        requireNonNull(clean, "clean is null");
        requireNonNull(cleanMean, "cleanMean is null");
        requireNonNull(noisy, "noisy is null");
    }
}
