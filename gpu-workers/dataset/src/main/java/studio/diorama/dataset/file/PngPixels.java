package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

/// What is in a PNG file.
///
/// @param width pixels per row
/// @param height rows
/// @param channels 1 grey or index into a palette, 2 grey and alpha, 3 colour, 4 colour and alpha
/// @param bits per channel: 8 or 16
/// @param samples (height × width × channels) unsigned shorts, as they are in the file
public record PngPixels(int width, int height, int channels, int bits, short[] samples) {

    public PngPixels {
        requireNonNull(samples, "samples is null");
    }

    /// The first channel as whole numbers, such as ids.
    ///
    /// @return (height × width)
    public int[] ids() {
        int[] ids = new int[width * height];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Short.toUnsignedInt(samples[i * channels]);
        }
        return ids;
    }

    /// All samples as bytes.
    ///
    /// @return (height × width × channels)
    /// @throws IllegalStateException if there are 16 bits
    public byte[] bytes() {
        if (bits != 8) {
            throw new IllegalStateException("8 bits per channel expected, got " + bits);
        }
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        return bytes;
    }
}
