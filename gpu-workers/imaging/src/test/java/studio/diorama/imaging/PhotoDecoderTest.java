package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoDecoderTest {

    private static final int PLAIN = ImageWriteParam.MODE_COPY_FROM_METADATA;

    @TempDir
    private Path folder;

    @Test
    void pngOf8BitsComesBackExactly() {
        Rgb8Image photo = Pictures.photo(61, 47, 20);
        Photo decoded = decode(Pictures.png(photo));
        assertThat(((Rgb8Image) decoded.image()).samples()).isEqualTo(photo.samples());
        assertThat(decoded.metadata().warnings()).isEmpty();
    }

    @Test
    void pngOf16BitsComesBackExactly() {
        Rgb16Image photo = Pictures.photo16(61, 47);
        assertThat(((Rgb16Image) decode(Pictures.png(photo)).image()).samples()).isEqualTo(photo.samples());
    }

    @Test
    void tiffOf8And16BitsComesBackExactly() {
        Rgb8Image photo = Pictures.photo(61, 47, 20);
        Rgb16Image deep = Pictures.photo16(61, 47);
        assertThat(((Rgb8Image) decode(Pictures.tiff(photo)).image()).samples()).isEqualTo(photo.samples());
        assertThat(((Rgb16Image) decode(Pictures.tiff(deep)).image()).samples()).isEqualTo(deep.samples());
    }

    @Test
    void jpegIsCloseWhetherBaselineOrProgressive() {
        Rgb8Image photo = Pictures.photo(125, 83, 0);
        assertThat(Pictures.difference(
                        (Rgb8Image) decode(Pictures.jpeg(photo, false)).image(), photo))
                .isLessThan(2.5);
        assertThat(Pictures.difference(
                        (Rgb8Image) decode(Pictures.jpeg(photo, true)).image(), photo))
                .isLessThan(2.5);
    }

    @Test
    void greyBecomesThreeEqualChannels() {
        BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(3, 2, 0, 77);
        for (String format : new String[] {"png", "tiff"}) {
            Rgb8Image decoded =
                    (Rgb8Image) decode(Pictures.encode(format, grey, PLAIN)).image();
            assertThat(pixel(decoded, 3, 2)).as(format).containsExactly(77, 77, 77);
            assertThat(pixel(decoded, 4, 2)).as(format).containsExactly(0, 0, 0);
        }
        grey.getRaster().setSamples(0, 0, 16, 8, 0, new int[128]);
        Rgb8Image jpeg =
                (Rgb8Image) decode(Pictures.encode("jpeg", grey, PLAIN)).image();
        assertThat(pixel(jpeg, 5, 5)).containsExactly(0, 0, 0);
    }

    @Test
    void greyOf16BitsStays16Bits() {
        BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(3, 2, 0, 40_001);
        for (String format : new String[] {"png", "tiff"}) {
            Rgb16Image decoded =
                    (Rgb16Image) decode(Pictures.encode(format, grey, PLAIN)).image();
            assertThat(decoded.samples()[(2 * 16 + 3) * 3 + 1] & 0xFFFF)
                    .as(format)
                    .isEqualTo(40_001);
        }
    }

    @Test
    void paletteAndSingleBitsBecomeRgb() {
        BufferedImage indexed = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage bits = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_BINARY);
        indexed.setRGB(3, 2, 0xFFFF0000);
        bits.setRGB(3, 2, 0xFFFFFFFF);
        for (String format : new String[] {"png", "tiff"}) {
            assertThat(pixel(
                            (Rgb8Image) decode(Pictures.encode(format, indexed, PLAIN))
                                    .image(),
                            3,
                            2))
                    .as(format)
                    .containsExactly(255, 0, 0);
            assertThat(pixel(
                            (Rgb8Image)
                                    decode(Pictures.encode(format, bits, PLAIN)).image(),
                            3,
                            2))
                    .as(format)
                    .containsExactly(255, 255, 255);
        }
    }

    @Test
    void transparencyIsLaidOverWhiteWithAWarning() {
        BufferedImage glass = new BufferedImage(16, 8, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = glass.createGraphics();
        graphics.setColor(new Color(200, 100, 0, 255));
        graphics.fillRect(0, 0, 8, 8);
        graphics.dispose();
        glass.setRGB(3, 2, 0x80C80000);
        Photo decoded = decode(Pictures.encode("png", glass, PLAIN));
        Rgb8Image image = (Rgb8Image) decoded.image();
        assertThat(pixel(image, 1, 1)).containsExactly(200, 100, 0);
        assertThat(pixel(image, 12, 1)).containsExactly(255, 255, 255);
        // 0x80 of 255 over white: 200 · 128/255 + 255 · 127/255 = 227.4, and 127 for nothing but white.
        assertThat(pixel(image, 3, 2)).containsExactly(227, 127, 127);
        assertThat(decoded.metadata().warnings()).containsExactly("Transparent parts were laid over white.");
    }

    @Test
    void colourMarkedAsTransparentBecomesWhite() {
        Rgb8Image photo = Pictures.photo(16, 8, 0);
        byte[] marked = PngBytes.chunk(
                "tRNS", new byte[] {0, photo.samples()[0], 0, photo.samples()[1], 0, photo.samples()[2]});
        Path file = Pictures.file(folder, "t", PngBytes.with(Pictures.png(photo), marked));
        Rgb8Image decoded =
                (Rgb8Image) PhotoDecoder.decode(file, ImageLimits.PHOTO).image();
        assertThat(ImageHeader.read(file, ImageLimits.PHOTO).hasAlpha()).isTrue();
        assertThat(pixel(decoded, 0, 0)).containsExactly(255, 255, 255);
        assertThat(pixel(decoded, 15, 7)).isEqualTo(pixel(photo, 15, 7));
    }

    @Test
    void webpOfEitherKindIsRead() throws IOException {
        Rgb8Image lossless = (Rgb8Image) decode(WebpBytes.chequered(33, 21)).image();
        for (int y = 0; y < 21; y++) {
            for (int x = 0; x < 33; x++) {
                assertThat(pixel(lossless, x, y)).containsExactly(10, (x + y) % 2 == 0 ? 20 : 200, 30);
            }
        }
        try (InputStream stream = getClass().getResourceAsStream("gradient.webp")) {
            Rgb8Image lossy = (Rgb8Image) decode(stream.readAllBytes()).image();
            assertThat(Pictures.difference(lossy, Pictures.photo(60, 44, 0))).isLessThan(4);
        }
    }

    @Test
    void cmykJpegBecomesRgb() throws IOException {
        try (InputStream stream = getClass().getResourceAsStream("magenta-cmyk.jpg")) {
            Photo photo = decode(stream.readAllBytes());
            assertThat(pixel((Rgb8Image) photo.image(), 10, 10)).containsExactly(255, 0, 255);
            assertThat(photo.metadata().warnings()).singleElement().asString().contains("CMYK");
        }
    }

    @Test
    void headerTellsWhatTheDecoderWillFind() {
        Path png = Pictures.file(folder, "p", Pictures.png(Pictures.photo16(61, 47)));
        assertThat(ImageHeader.read(png, ImageLimits.PHOTO))
                .isEqualTo(new ImageHeader(ImageFormat.PNG, 61, 47, 16, 1, false, 1));
        Path jpeg = Pictures.file(folder, "j", Pictures.jpeg(Pictures.photo(61, 47, 3), true));
        assertThat(ImageHeader.read(jpeg, ImageLimits.PHOTO))
                .isEqualTo(new ImageHeader(ImageFormat.JPEG, 61, 47, 8, 1, false, 1));
        Path tiff = Pictures.file(folder, "t", Pictures.tiff(Pictures.photo16(61, 47)));
        assertThat(ImageHeader.read(tiff, ImageLimits.PHOTO))
                .isEqualTo(new ImageHeader(ImageFormat.TIFF, 61, 47, 16, 1, false, 1));
    }

    private Photo decode(byte[] file) {
        return PhotoDecoder.decode(Pictures.file(folder, "picture", file), ImageLimits.PHOTO);
    }

    private static int[] pixel(Rgb8Image image, int x, int y) {
        int at = (y * image.width() + x) * 3;
        return new int[] {image.samples()[at] & 0xFF, image.samples()[at + 1] & 0xFF, image.samples()[at + 2] & 0xFF};
    }
}
