package studio.diorama.imaging.internal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.imaging.Photo;
import studio.diorama.imaging.PhotoMetadata;
import studio.diorama.imaging.RgbImage;

/// The steps from a file to a photograph: scan, stored pixels, colours, orientation.
public final class PictureDecoder {

    private PictureDecoder() {}

    public static Photo decode(Path path, ImageLimits limits) {
        FileScan scan = FileScan.of(path, limits);
        if (scan.header().frames() > 1) {
            throw Refusal.severalFrames(scan.header().frames() + " frames", 1);
        }
        try {
            return decode(path, limits, scan);
        } catch (OutOfMemoryError e) {
            throw new DioramaException(
                    ErrorCode.OUT_OF_MEMORY,
                    "A picture of %d × %d pixels needs more memory than is free. Send a smaller one."
                            .formatted(scan.header().width(), scan.header().height()),
                    e);
        } catch (DioramaException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The decoders answer a broken file with whatever exception its bytes lead them into.
            throw Refusal.damaged("its pixels cannot be decoded", e);
        }
    }

    private static Photo decode(Path path, ImageLimits limits, FileScan scan) throws IOException {
        List<String> warnings = new ArrayList<>();
        Optional<ColourProfile> profile = profile(path, limits, scan, warnings);
        BufferedImage stored = StoredPixels.read(path, scan, warnings);
        if (stored.getWidth() != scan.header().width()
                || stored.getHeight() != scan.header().height()) {
            throw Refusal.damaged("it states %d × %d pixels and holds %d × %d"
                    .formatted(scan.header().width(), scan.header().height(), stored.getWidth(), stored.getHeight()));
        }
        RgbImage coloured = RgbSamples.of(stored, profile, warnings);
        RgbImage upright = Orientation.apply(coloured, scan.header().orientation());
        Optional<ExifTags> exif = scan.exif();
        return new Photo(
                upright,
                new PhotoMetadata(
                        exif.flatMap(ExifTags::make),
                        exif.flatMap(ExifTags::model),
                        exif.map(ExifTags::iso).orElse(OptionalInt.empty()),
                        exif.map(ExifTags::orientation).orElse(OptionalInt.empty()),
                        profile.map(ColourProfile::name),
                        warnings));
    }

    private static Optional<ColourProfile> profile(Path path, ImageLimits limits, FileScan scan, List<String> warnings)
            throws IOException {
        if (!scan.profile().isPresent()) {
            return Optional.empty();
        }
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            byte[] bytes = scan.profile().read(new BoundedFile(channel), limits.maxMetadataBytes());
            return Optional.of(ColourProfile.of(bytes));
        } catch (IllegalArgumentException | DioramaException e) {
            warnings.add("The embedded colour profile is broken; the colours were taken as sRGB.");
            return Optional.empty();
        }
    }
}
