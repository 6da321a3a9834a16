package studio.diorama.models.cameranoise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.imaging.Photo;
import studio.diorama.imaging.PhotoMetadata;
import studio.diorama.imaging.RgbImage;

/// Photographs that never were files.
public final class TestPhotos {

    private TestPhotos() {}

    public static NoiseSource source(String name, RgbImage image) {
        return source(name, image, OptionalInt.empty());
    }

    public static NoiseSource source(String name, RgbImage image, OptionalInt iso) {
        PhotoMetadata metadata = new PhotoMetadata(
                Optional.empty(), Optional.empty(), iso, OptionalInt.empty(), Optional.empty(), List.of());
        return NoiseSource.of(name, () -> new Photo(image, metadata));
    }
}
