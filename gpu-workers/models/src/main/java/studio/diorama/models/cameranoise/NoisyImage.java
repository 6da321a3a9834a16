package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.RgbImage;

/// What a model drew.
///
/// @param noisy the noisy picture
/// @param level the noise level map: 256 × the standard deviation that the model predicts for that sample's 8-bit sRGB
/// value (0 to 255), after clipping and the tone curve, before quantisation and compression
public record NoisyImage(RgbImage noisy, Rgb16Image level) {

    /// What a level map's value is divided by to get 8-bit units.
    public static final double LEVELS_PER_CODE = 256.0;

    public NoisyImage {
        requireNonNull(noisy, "noisy is null");
        requireNonNull(level, "level is null");
        if (noisy.width() != level.width() || noisy.height() != level.height()) {
            throw new IllegalArgumentException("level map must have the size of the picture");
        }
    }
}
