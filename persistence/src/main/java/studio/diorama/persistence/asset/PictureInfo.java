package studio.diorama.persistence.asset;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What is known of a picture without decoding it.
///
/// @param width pixels per row, upright
/// @param height rows, upright
/// @param bitDepth bits per channel, 8 or 16
/// @param camera as the picture's EXIF names it
/// @param iso as the picture's EXIF says
public record PictureInfo(int width, int height, int bitDepth, Optional<String> camera, Optional<Integer> iso) {

    public PictureInfo {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture of at least 1 × 1 expected, got " + width + " × " + height);
        }
        requireNonNull(camera, "camera is null");
        requireNonNull(iso, "iso is null");
    }
}
