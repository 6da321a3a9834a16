package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Files that want to harm: all are judged from the header, before a pixel is decoded.
class HostileFilesTest {

    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void pngOf60000SquaredIsRefused() {
        byte[] png = PngBytes.of(60_000, 60_000, 8, 2, PngBytes.chunk("IDAT", PngBytes.deflated(new byte[1_000])));
        refused(png, "image side", "16384 pixels", "60000 × 60000");
    }

    @Test
    void manyPixelsAreRefusedThoughNoSideIsTooLong() {
        refused(PngBytes.of(16_000, 16_000, 8, 2), "image pixels", "100,000,000", "16000 × 16000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iCCP", "iTXt"})
    void pngThatUnpacksToMuchIsRefusedWhereverItStands(String type) {
        byte[] name = (type.equals("iTXt") ? "name\0\1\0\0\0" : "name\0\0").getBytes(StandardCharsets.US_ASCII);
        byte[] bomb = PngBytes.chunk(type, PngBytes.join(name, PngBytes.deflated(new byte[50 * MIB])));
        byte[] picture = Pictures.png(Pictures.photo(16, 8, 0));
        refused(PngBytes.with(picture, bomb), "image metadata", "4096 KiB");
        byte[] last = PngBytes.join(
                Arrays.copyOf(picture, picture.length - 12),
                bomb,
                Arrays.copyOfRange(picture, picture.length - 12, picture.length));
        refused(last, "image metadata", "4096 KiB");
    }

    @Test
    void manySmallPackedTextsCountTogether() {
        byte[] text = PngBytes.chunk(
                "zTXt",
                PngBytes.join("name\0\0".getBytes(StandardCharsets.US_ASCII), PngBytes.deflated(new byte[MIB])));
        byte[] picture = Pictures.png(Pictures.photo(16, 8, 0));
        assertThat(header(PngBytes.with(picture, text, text, text)).width()).isEqualTo(16);
        refused(PngBytes.with(picture, text, text, text, text, text), "image metadata");
    }

    @Test
    void tiffWithLoopingDirectoriesIsRefusedAtOnce() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] self = tiff(order).next(8).build();
            assertTimeout(Duration.ofSeconds(2), () -> refused(self, "form a loop"));
            int first = tiff(order).build().length;
            byte[] pair = PngBytes.join(
                    tiff(order).next(first).build(), tiff(order).next(8).directory(first));
            assertTimeout(Duration.ofSeconds(2), () -> refused(pair, "form a loop"));
        }
    }

    @Test
    void exifThatPointsAtItselfIsRefused() {
        byte[] self = new TiffBytes(ByteOrder.BIG_ENDIAN).longs(0x8769, 8).build();
        byte[] next =
                new TiffBytes(ByteOrder.LITTLE_ENDIAN).number(0x0112, 1).next(8).build();
        for (byte[] exif : new byte[][] {self, next}) {
            byte[] jpeg = Pictures.jpeg(Pictures.photo(16, 8, 0), false);
            refused(JpegBytes.with(jpeg, JpegBytes.exif(exif)), "form a loop");
            refused(PngBytes.with(Pictures.png(Pictures.photo(16, 8, 0)), PngBytes.chunk("eXIf", exif)), "form a loop");
        }
    }

    @Test
    void tiffWithManyPagesIsRefused() {
        byte[] pages = tiff(ByteOrder.LITTLE_ENDIAN)
                .next(tiff(ByteOrder.LITTLE_ENDIAN).build().length)
                .build();
        byte[] two = PngBytes.join(pages, tiff(ByteOrder.LITTLE_ENDIAN).directory(pages.length));
        refused(two, "2 frames");
        byte[] chain = new byte[0];
        for (int i = 0; i < 1_200; i++) {
            byte[] directory = new TiffBytes(ByteOrder.LITTLE_ENDIAN)
                    .number(256, 1)
                    .next(8 + (i + 1) * 18L)
                    .directory(8 + i * 18);
            chain = PngBytes.join(chain, directory);
        }
        refused(PngBytes.join(Arrays.copyOf(two, 8), chain), "TIFF directories", "1000");
    }

    @Test
    void tiffThatPromisesMoreThanItHoldsIsRefused() {
        refused(
                size(new TiffBytes(ByteOrder.LITTLE_ENDIAN))
                        .longs(273, 8)
                        .longs(279, 0xFFFF_FFFFL)
                        .build(),
                "ends before");
        TiffBytes tiles =
                new TiffBytes(ByteOrder.LITTLE_ENDIAN).longs(322, 0x7FFF_FFFF).longs(323, 16);
        refused(size(tiles).build(), "image side");
        refused(
                new TiffBytes(ByteOrder.BIG_ENDIAN)
                        .longs(256, 0xFFFF_FFFFL)
                        .longs(257, 1)
                        .build(),
                "image side");
    }

    @Test
    void tiffWithManyEntriesIsRefusedAndOneWithManyStripsIsNot() {
        byte[] entries = new byte[65_535 * 12 + 16];
        ByteBuffer.wrap(entries)
                .put("MM\0*\0\0\0\10".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 65_535);
        refused(entries, "TIFF entries", "2000");
        long[] starts = new long[16_384];
        long[] lengths = new long[16_384];
        Arrays.fill(starts, 8);
        Arrays.fill(lengths, 1);
        byte[] strips = new TiffBytes(ByteOrder.LITTLE_ENDIAN)
                .number(256, 1)
                .number(257, 16_384)
                .number(258, 8)
                .number(262, 1)
                .number(278, 1)
                .longs(273, starts)
                .longs(279, lengths)
                .build();
        assertThat(header(strips).height()).isEqualTo(16_384);
    }

    @Test
    void pngWithManyTextsIsRefused() {
        byte[][] texts = new byte[1_001][];
        Arrays.fill(texts, PngBytes.chunk("zTXt", "a\0\0".getBytes(StandardCharsets.US_ASCII)));
        refused(PngBytes.with(Pictures.png(Pictures.photo(16, 8, 0)), texts), "PNG texts", "1000");
    }

    @Test
    void jpegOf65500SquaredIsRefused() {
        byte[] jpeg = Pictures.jpeg(Pictures.photo(16, 8, 0), false);
        ByteBuffer.wrap(jpeg)
                .putShort(JpegBytes.find(jpeg, 0xC0) + 5, (short) 65_500)
                .putShort(JpegBytes.find(jpeg, 0xC0) + 7, (short) 65_500);
        refused(jpeg, "image side", "65500 × 65500");
    }

    @Test
    void jpegWithAThousandScansIsRefused() {
        byte[] jpeg = Pictures.jpeg(Pictures.photo(64, 64, 9), true);
        assertThat(header(jpeg).width()).isEqualTo(64);
        int scan = JpegBytes.find(jpeg, 0xDA);
        // A refinement of the first channel's last coefficient, without a bit of data, again and again.
        byte[] refine = JpegBytes.segment(0xDA, new byte[] {1, 1, 0, 63, 63, 0x10});
        byte[][] scans = new byte[1_000][];
        Arrays.fill(scans, refine);
        byte[] file = PngBytes.join(
                Arrays.copyOf(jpeg, scan), PngBytes.join(scans), Arrays.copyOfRange(jpeg, scan, jpeg.length));
        refused(file, "JPEG scans", "100");
    }

    @Test
    void gifIsRefusedByItsFirstBytes() {
        byte[] frame = {0x21, (byte) 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0};
        byte[][] frames = new byte[100_000][];
        Arrays.fill(frames, frame);
        byte[] start = "GIF89a\1\0\1\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
        refused(PngBytes.join(start, PngBytes.join(frames), new byte[] {0x3B}), "got a GIF");
    }

    @Test
    void animationsAreRefused() {
        byte[] control =
                PngBytes.chunk("acTL", ByteBuffer.allocate(8).putInt(100_000).array());
        refused(PngBytes.with(Pictures.png(Pictures.photo(16, 8, 0)), control), "100000 frames");
        byte[] frame = WebpBytes.chunk("ANMF", new byte[16]);
        refused(WebpBytes.riff(WebpBytes.extended(0x02, 16, 8), frame, frame, frame), "3 frames");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg> | an SVG drawing
                    <?xml version='1.0'?><svg onload='alert(1)'/>                           | an SVG drawing
                    <!DOCTYPE html><script>alert(1)</script>                                | a web page (HTML)
                    %PDF-1.7 /JavaScript                                                    | a PDF document
                    hello there                                                             | text
                    BM123456789                                                             | a Windows bitmap
                    """)
    void otherKindsAreNamedWhateverTheFileIsCalled(String content, String kind) {
        Path file = Pictures.file(folder, "innocent.png", content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ImageHeader.read(file, ImageLimits.PHOTO))
                .isInstanceOfSatisfying(
                        DioramaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA))
                .hasMessageContaining(kind)
                .hasMessageContaining("PNG, JPEG, WebP or TIFF");
    }

    @Test
    void emptyFileIsNamed() {
        assertThatThrownBy(() -> header(new byte[0])).hasMessageContaining("an empty file");
    }

    @Test
    void pageBehindAPictureIsGoneOnceItIsWrittenAnew() {
        Rgb8Image picture = Pictures.photo(16, 8, 0);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        byte[] comment = PngBytes.chunk("tEXt", PngBytes.join("Comment\0".getBytes(StandardCharsets.US_ASCII), page));
        byte[] polyglot = PngBytes.join(PngBytes.with(Pictures.png(picture), comment), page);
        Photo photo = PhotoDecoder.decode(Pictures.file(folder, "polyglot.html", polyglot), ImageLimits.PHOTO);
        assertThat(((Rgb8Image) photo.image()).samples()).isEqualTo(picture.samples());
        assertThat(new String(Pictures.png(photo.image()), StandardCharsets.ISO_8859_1))
                .doesNotContain("html");
    }

    private static TiffBytes tiff(ByteOrder order) {
        return size(new TiffBytes(order)).longs(273, 8).longs(279, 2);
    }

    private static TiffBytes size(TiffBytes tiff) {
        return tiff.number(256, 1).number(257, 1).number(258, 8).number(259, 1).number(262, 1);
    }

    private ImageHeader header(byte[] file) {
        return ImageHeader.read(Pictures.file(folder, "picture", file), ImageLimits.PHOTO);
    }

    private void refused(byte[] file, String... words) {
        assertThatThrownBy(() -> header(file))
                .isInstanceOfSatisfying(
                        DioramaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContainingAll(words);
    }
}
