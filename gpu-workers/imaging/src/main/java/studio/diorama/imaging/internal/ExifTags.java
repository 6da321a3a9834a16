package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/// The EXIF tags that Diorama reads. Position, serial numbers, owner and dates are never looked at.
///
/// @param make tag 0x010F
/// @param model tag 0x0110
/// @param iso tag 0x8827
/// @param orientation tag 0x0112, 1 to 8
record ExifTags(Optional<String> make, Optional<String> model, OptionalInt iso, OptionalInt orientation) {

    private static final int MAX_NAME_BYTES = 128;

    ExifTags {
        requireNonNull(make, "make is null");
        requireNonNull(model, "model is null");
        requireNonNull(iso, "iso is null");
        requireNonNull(orientation, "orientation is null");
    }

    /// Reads the TIFF structure that starts at `start`; refuses one whose directories form a loop.
    static Optional<ExifTags> read(BoundedFile file, long start, long length) {
        Optional<TiffDirectory.Root> root = TiffDirectory.root(file, start, start + length);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        TiffDirectory main = root.get().directories().getFirst();
        return Optional.of(of(main, root.get().camera()));
    }

    static ExifTags of(TiffDirectory main, Optional<TiffDirectory> camera) {
        return new ExifTags(
                main.text(0x010F, MAX_NAME_BYTES),
                main.text(0x0110, MAX_NAME_BYTES),
                camera.map(directory -> number(directory, 0x8827, 1, 10_000_000))
                        .orElse(OptionalInt.empty()),
                number(main, 0x0112, 1, 8));
    }

    private static OptionalInt number(TiffDirectory directory, int tag, int least, int most) {
        return directory
                .number(tag)
                .filter(value -> value >= least && value <= most)
                .map(value -> OptionalInt.of(value.intValue()))
                .orElse(OptionalInt.empty());
    }
}
