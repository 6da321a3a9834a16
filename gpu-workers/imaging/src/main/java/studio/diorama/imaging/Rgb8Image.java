package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

/// A picture with 8 bits per channel.
///
/// @param width pixels per row, at least 1
/// @param height rows, at least 1
/// @param samples (height × width × 3) unsigned bytes, sRGB encoded; not copied, so whoever made it owns it
public record Rgb8Image(int width, int height, byte[] samples) implements RgbImage {

    public Rgb8Image {
        requireNonNull(samples, "samples is null");
        if (width < 1 || height < 1 || samples.length != Math.multiplyExact(Math.multiplyExact(width, height), 3)) {
            throw new IllegalArgumentException(
                    "%d × %d × 3 samples expected, got %d".formatted(width, height, samples.length));
        }
    }

    @Override
    public int bitDepth() {
        return 8;
    }
}
