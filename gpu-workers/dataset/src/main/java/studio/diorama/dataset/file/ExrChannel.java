package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

/// One channel of an OpenEXR picture: a view on an array that may hold others between its samples.
///
/// @param name such as `R`, `Z` or `normal.X`; 1 to 31 printable ASCII characters
/// @param type how the file stores it
/// @param samples not copied; sample of pixel i is `samples[offset + i · stride]`
/// @param offset of the first sample
/// @param stride from sample to sample
public record ExrChannel(String name, ExrType type, float[] samples, int offset, int stride) {

    public ExrChannel {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(samples, "samples is null");
        if (name.isEmpty() || name.length() > 31 || !name.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new IllegalArgumentException("a name of 1 to 31 printable ASCII characters expected, got " + name);
        }
        if (offset < 0 || stride < 1) {
            throw new IllegalArgumentException(
                    "offset %d must not be negative and stride %d at least 1".formatted(offset, stride));
        }
    }

    /// A channel with an array of its own.
    public ExrChannel(String name, ExrType type, float[] samples) {
        this(name, type, samples, 0, 1);
    }

    /// The sample of a pixel.
    public float at(int pixel) {
        return samples[offset + pixel * stride];
    }
}
