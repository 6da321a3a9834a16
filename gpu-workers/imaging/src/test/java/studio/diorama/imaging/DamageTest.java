package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.common.DioramaException;

/// Cut and changed files of every kind: a refusal or a picture, and nothing else.
class DamageTest {

    private static final int MUTATIONS = 300;
    private static final int CUTS = 60;

    @TempDir
    private Path folder;

    enum Kind {
        PNG,
        PNG_16,
        PNG_PALETTE,
        JPEG,
        JPEG_PROGRESSIVE,
        JPEG_CMYK,
        WEBP_LOSSLESS,
        WEBP_LOSSY,
        TIFF,
        TIFF_16;

        byte[] file() {
            Rgb8Image photo = Pictures.photo(60, 44, 30);
            byte[] exif = TiffBytes.exif(ByteOrder.BIG_ENDIAN, 6);
            return switch (this) {
                case PNG -> PngBytes.with(Pictures.png(photo), PngBytes.chunk("eXIf", exif));
                case PNG_16 -> Pictures.png(Pictures.photo16(60, 44));
                case PNG_PALETTE -> {
                    BufferedImage palette = new BufferedImage(60, 44, BufferedImage.TYPE_BYTE_INDEXED);
                    palette.getRaster()
                            .setSamples(
                                    0,
                                    0,
                                    60,
                                    44,
                                    0,
                                    new Random(3).ints(60 * 44, 0, 216).toArray());
                    yield Pictures.encode("png", palette, ImageWriteParam.MODE_COPY_FROM_METADATA);
                }
                case JPEG -> JpegBytes.with(Pictures.jpeg(photo, false), JpegBytes.exif(exif));
                case JPEG_PROGRESSIVE -> Pictures.jpeg(photo, true);
                case JPEG_CMYK -> resource("magenta-cmyk.jpg");
                case WEBP_LOSSLESS ->
                    WebpBytes.riff(
                            WebpBytes.extended(0x08, 60, 44),
                            WebpBytes.chunk("VP8L", WebpBytes.vp8l(60, 44)),
                            WebpBytes.chunk("EXIF", exif));
                case WEBP_LOSSY -> resource("gradient.webp");
                case TIFF -> Pictures.tiff(photo);
                case TIFF_16 -> Pictures.tiff(Pictures.photo16(60, 44));
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void wholeFileDecodes(Kind kind) {
        assertThat(decode(kind.file())).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void cutFileIsNeverTakenForAPicture(Kind kind) {
        byte[] file = kind.file();
        for (int i = 1; i <= CUTS; i++) {
            byte[] cut = Arrays.copyOf(file, (int) ((long) file.length * i / (CUTS + 1)));
            Path path = Pictures.file(folder, "cut", cut);
            assertThatThrownBy(() -> PhotoDecoder.decode(path, ImageLimits.PHOTO))
                    .as("%d of %d bytes", cut.length, file.length)
                    .isInstanceOf(DioramaException.class)
                    .hasMessageMatching(".*(Send|send|save|Save).*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void fileThatLacksItsLastBytesIsRefusedOrTheSamePicture(Kind kind) {
        byte[] file = kind.file();
        Photo whole = decode(file).orElseThrow();
        for (int missing = 1; missing <= 24; missing++) {
            decode(Arrays.copyOf(file, file.length - missing)).ifPresent(cut -> assertSamePixels(cut, whole));
        }
    }

    @ParameterizedTest
    @EnumSource
    void changedBytesGiveARefusalOrAPicture(Kind kind) {
        byte[] file = kind.file();
        Random random = new Random(kind.name().hashCode());
        int refusals = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = file.clone();
            for (int flips = 0; flips <= i % 4; flips++) {
                // Half of the changes hit the first bytes, where the structure is.
                int at = random.nextInt(random.nextBoolean() ? Math.min(400, file.length) : file.length);
                changed[at] = (byte) random.nextInt(256);
            }
            refusals += decode(changed).isEmpty() ? 1 : 0;
        }
        assertThat(refusals).isPositive();
    }

    private static void assertSamePixels(Photo one, Photo other) {
        switch (one.image()) {
            case Rgb8Image bytes -> assertThat(bytes.samples()).isEqualTo(((Rgb8Image) other.image()).samples());
            case Rgb16Image shorts -> assertThat(shorts.samples()).isEqualTo(((Rgb16Image) other.image()).samples());
        }
    }

    /// Lets every exception through but the one that is meant for people.
    private Optional<Photo> decode(byte[] file) {
        try {
            return Optional.of(PhotoDecoder.decode(Pictures.file(folder, "picture", file), ImageLimits.PHOTO));
        } catch (DioramaException e) {
            return Optional.empty();
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = DamageTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
