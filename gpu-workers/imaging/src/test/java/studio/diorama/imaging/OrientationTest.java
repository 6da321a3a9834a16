package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 3;

    @TempDir
    private Path folder;

    /// Where the stored picture's four corners go, by the definition of tag 0x0112: the visual side that row 0
    /// and column 0 are on. Corners are named top left, top right, bottom right, bottom left.
    @ParameterizedTest
    @CsvSource({
        "1, TL, TR, BR, BL",
        "2, TR, TL, BL, BR",
        "3, BR, BL, TL, TR",
        "4, BL, BR, TR, TL",
        "5, TL, BL, BR, TR",
        "6, TR, BR, BL, TL",
        "7, BR, TR, TL, BL",
        "8, BL, TL, TR, BR"
    })
    void storedCornersGoWhereTheTagSays(int orientation, String first, String second, String third, String fourth) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] exif = PngBytes.chunk("eXIf", TiffBytes.exif(order, orientation));
            Rgb8Image stored = numbered();
            Path file = Pictures.file(folder, "p", PngBytes.with(Pictures.png(stored), exif));
            Photo photo = PhotoDecoder.decode(file, ImageLimits.PHOTO);
            assertThat(corner(photo.image(), first)).isEqualTo(0);
            assertThat(corner(photo.image(), second)).isEqualTo(WIDTH - 1);
            assertThat(corner(photo.image(), third)).isEqualTo(WIDTH * HEIGHT - 1);
            assertThat(corner(photo.image(), fourth)).isEqualTo(WIDTH * (HEIGHT - 1));
            assertThat(photo.metadata().orientation()).isEqualTo(OptionalInt.of(orientation));
            ImageHeader header = ImageHeader.read(file, ImageLimits.PHOTO);
            assertThat(photo.image().width()).isEqualTo(header.uprightWidth());
            assertThat(photo.image().height()).isEqualTo(header.uprightHeight());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void sixteenBitsTurnLikeEight(int orientation) {
        byte[] exif = PngBytes.chunk("eXIf", TiffBytes.exif(ByteOrder.BIG_ENDIAN, orientation));
        Rgb8Image stored = numbered();
        short[] deep = new short[stored.samples().length];
        for (int i = 0; i < deep.length; i++) {
            deep[i] = stored.samples()[i];
        }
        Rgb8Image eight =
                (Rgb8Image) decode(PngBytes.with(Pictures.png(stored), exif)).image();
        byte[] file = PngBytes.with(Pictures.png(new Rgb16Image(WIDTH, HEIGHT, deep)), exif);
        Rgb16Image sixteen = (Rgb16Image) decode(file).image();
        assertThat(sixteen.width()).isEqualTo(eight.width());
        for (int i = 0; i < deep.length; i++) {
            assertThat(sixteen.samples()[i]).isEqualTo(eight.samples()[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void jpegTiffAndWebpCarryTheTagTheirOwnWay(int orientation) {
        byte[] exif = TiffBytes.exif(ByteOrder.LITTLE_ENDIAN, orientation);
        byte[] jpeg = JpegBytes.with(Pictures.jpeg(Pictures.photo(40, 24, 0), false), JpegBytes.exif(exif));
        byte[] webp = WebpBytes.riff(
                WebpBytes.extended(0x08, 40, 24),
                WebpBytes.chunk("VP8L", WebpBytes.vp8l(40, 24)),
                WebpBytes.chunk("EXIF", exif));
        for (byte[] file : new byte[][] {jpeg, webp}) {
            Photo photo = decode(file);
            assertThat(photo.image().width()).isEqualTo(orientation < 5 ? 40 : 24);
            assertThat(photo.metadata().cameraMake()).contains("Maker & Sons");
            assertThat(photo.metadata().cameraModel()).contains("Model 7");
            assertThat(photo.metadata().iso()).isEqualTo(OptionalInt.of(1600));
        }
    }

    private Photo decode(byte[] file) {
        return PhotoDecoder.decode(Pictures.file(folder, "picture", file), ImageLimits.PHOTO);
    }

    /// Each pixel's red is its number.
    private static Rgb8Image numbered() {
        byte[] samples = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            samples[i * 3] = (byte) i;
        }
        return new Rgb8Image(WIDTH, HEIGHT, samples);
    }

    private static int corner(RgbImage image, String name) {
        int x = name.charAt(1) == 'L' ? 0 : image.width() - 1;
        int y = name.charAt(0) == 'T' ? 0 : image.height() - 1;
        return ((Rgb8Image) image).samples()[(y * image.width() + x) * 3];
    }
}
