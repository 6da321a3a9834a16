package studio.diorama.imaging.internal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import studio.diorama.imaging.ImageFormat;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.Rgb8Image;

/// Reads the pixels as they are stored, through the image reader that knows the format best.
public final class StoredPixels {

    private static final String JDK_READERS = "com.sun.imageio.plugins.";
    private static final String TWELVE_MONKEYS = "com.twelvemonkeys.imageio.plugins.";

    /// From the name "ICC_PROFILE", its NUL and two numbers to the profile's bytes.
    private static final int JPEG_NAME_BYTES = 14;

    /// From the name "ICCP" and a length to the profile's bytes.
    private static final int WEBP_NAME_BYTES = 8;

    /// What libjpeg says when it makes up pixels that the file does not hold.
    private static final List<String> MISSING_PIXELS = List.of(
            "premature", "truncated", "bad huffman", "corrupt jpeg data: found marker", "inconsistent progression");

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_WARNING_CHARACTERS = 200;

    private StoredPixels() {}

    static BufferedImage read(Path path, FileScan scan, List<String> warnings) throws IOException {
        ImageHeader header = scan.header();
        if (header.format() == ImageFormat.PNG) {
            try (SeekableByteChannel channel = Files.newByteChannel(path)) {
                PngChecksums.verify(BoundedFile.inFull(channel));
            }
        }
        return switch (header.format()) {
            case PNG -> read(path, List.of(), reader("png", JDK_READERS), Optional.empty(), warnings);
            case JPEG -> readJpeg(path, scan, warnings);
            case WEBP ->
                read(
                        path,
                        scan.profile().startsLess(WEBP_NAME_BYTES),
                        reader("webp", TWELVE_MONKEYS),
                        Optional.empty(),
                        warnings);
            case TIFF -> read(path, List.of(), reader("tiff", TWELVE_MONKEYS), Optional.empty(), warnings);
        };
    }

    /// Decodes a baseline JPEG of three channels that Diorama itself has written.
    public static Rgb8Image readRgbJpeg(ImageInputStream input, int width, int height) throws IOException {
        Rgb8Image image =
                new Rgb8Image(width, height, new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)]);
        read(input, reader("jpeg", JDK_READERS), Optional.of(Wrapped.image(image)), new ArrayList<>());
        return image;
    }

    private static BufferedImage readJpeg(Path path, FileScan scan, List<String> warnings) throws IOException {
        int channels;
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            channels = JpegHeader.channels(new BoundedFile(channel));
        }
        List<Long> profileNames = scan.profile().startsLess(JPEG_NAME_BYTES);
        int width = scan.header().width();
        int height = scan.header().height();
        return switch (channels) {
            case 1 -> read(path, profileNames, reader("jpeg", JDK_READERS), Optional.empty(), warnings);
            case 3 -> {
                // Decoding into interleaved RGB of our own spares a copy of the picture.
                byte[] samples = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
                BufferedImage destination = Wrapped.image(new Rgb8Image(width, height, samples));
                yield read(path, profileNames, reader("jpeg", JDK_READERS), Optional.of(destination), warnings);
            }
            // CMYK needs its profile to become RGB at all.
            default -> read(path, List.of(), reader("jpeg", TWELVE_MONKEYS), Optional.empty(), warnings);
        };
    }

    private static BufferedImage read(
            Path path,
            List<Long> blindPositions,
            ImageReader reader,
            Optional<BufferedImage> destination,
            List<String> warnings)
            throws IOException {
        try (ImageInputStream input = new ProfileBlindInput(path, blindPositions)) {
            return read(input, reader, destination, warnings);
        }
    }

    private static BufferedImage read(
            ImageInputStream input, ImageReader reader, Optional<BufferedImage> destination, List<String> warnings)
            throws IOException {
        try {
            reader.addIIOReadWarningListener((source, warning) -> heed(warning, warnings));
            // Ignoring metadata keeps readers from unpacking texts and profiles, which are read with limits elsewhere.
            reader.setInput(input, true, true);
            ImageReadParam parameters = reader.getDefaultReadParam();
            destination.ifPresent(parameters::setDestination);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static void heed(String warning, List<String> warnings) {
        String lower = warning.toLowerCase(Locale.ROOT);
        if (MISSING_PIXELS.stream().anyMatch(lower::contains)) {
            throw Refusal.truncated();
        }
        if (warnings.size() < MAX_WARNINGS) {
            String printable = warning.replaceAll("[^ -~]", "");
            warnings.add("The decoder noticed: "
                    + printable.substring(0, Math.min(MAX_WARNING_CHARACTERS, printable.length())));
        }
    }

    private static ImageReader reader(String format, String packagePrefix) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(packagePrefix)) {
                return reader;
            }
        }
        throw new IllegalStateException("no image reader of %s for %s".formatted(packagePrefix, format));
    }
}
