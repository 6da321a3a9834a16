package studio.diorama.models.cameranoise.data;

import static java.util.Objects.requireNonNull;

import studio.diorama.imaging.Rgb8Image;

/// A clean picture, the same with noise, and what camera and ISO the noise is of.
///
/// @param clean without noise
/// @param noisy with noise, of the same size
/// @param camera index into [PairSource#cameras]
/// @param iso the setting
public record ConditionedPair(Rgb8Image clean, Rgb8Image noisy, int camera, double iso) {

    public ConditionedPair {
        requireNonNull(clean, "clean is null");
        requireNonNull(noisy, "noisy is null");
        if (clean.width() != noisy.width() || clean.height() != noisy.height()) {
            throw new IllegalArgumentException("a pair of one size expected, got %d × %d and %d × %d"
                    .formatted(clean.width(), clean.height(), noisy.width(), noisy.height()));
        }
    }
}
