package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodersTest {

    @Test
    void samePixelsGiveTheSamePng() {
        assertThat(Pictures.png(Pictures.photo(300, 200, 40))).isEqualTo(Pictures.png(Pictures.photo(300, 200, 40)));
        assertThat(Pictures.png(Pictures.photo16(300, 200))).isEqualTo(Pictures.png(Pictures.photo16(300, 200)));
    }

    @Test
    void pngIsReadBackByTheJdk() throws IOException {
        Rgb16Image photo = Pictures.photo16(31, 17);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Pictures.png(photo)));
        int[] samples = read.getRaster().getPixels(0, 0, 31, 17, (int[]) null);
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i]).isEqualTo(photo.samples()[i] & 0xFFFF);
        }
    }

    @Test
    void greyMapKeepsAllSixteenBits() throws IOException {
        short[] depth = new short[40 * 30];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = (short) (i * 54);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.writeGrey16(40, 30, depth, png);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < depth.length; i++) {
            assertThat(read.getRaster().getSample(i % 40, i / 40, 0)).isEqualTo(depth[i] & 0xFFFF);
        }
        assertThatThrownBy(() -> PngWriter.writeGrey16(40, 31, depth, png))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textsStandInThePngAndChangeNoPixel() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "Diorama");
        texts.put("diorama:seed", "7 · ± ☃");
        Rgb8Image photo = Pictures.photo(31, 17, 9);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(photo, texts, png);
        String content = png.toString(StandardCharsets.UTF_8);
        assertThat(content)
                .containsSubsequence("IHDR", "iTXtSoftware", "Diorama", "iTXtdiorama:seed", "7 · ± ☃", "IDAT");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        assertThat(read.getRGB(5, 3) & 0xFF).isEqualTo(photo.samples()[(3 * 31 + 5) * 3 + 2] & 0xFF);
        assertThatThrownBy(() -> PngWriter.write(photo, Map.of("line\nbreak", "x"), png))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyword");
    }

    @ParameterizedTest
    @EnumSource
    void jpegHasTheTablesAndSamplingAskedFor(ChromaSubsampling subsampling) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        JpegWriter.write(Pictures.photo(64, 48, 9), 85, subsampling, output);
        byte[] jpeg = output.toByteArray();
        // Table K.1 of ITU T.81 starts with 16; quality 85 scales it by 30 %: 4.8, rounded 5.
        assertThat(jpeg[JpegBytes.find(jpeg, 0xDB) + 5]).isEqualTo((byte) 5);
        int factor = subsampling.lumaFactor();
        assertThat(jpeg[JpegBytes.find(jpeg, 0xC0) + 11]).isEqualTo((byte) (factor << 4 | factor));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 80, 95})
    void roundTripLosesLessWithMoreQualityAndFinerColour(int quality) {
        Rgb8Image photo = Pictures.photo(200, 150, 40);
        Rgb8Image fine = JpegRoundTrip.apply(photo, quality, ChromaSubsampling.YUV_444);
        Rgb8Image coarse = JpegRoundTrip.apply(photo, quality, ChromaSubsampling.YUV_420);
        Rgb8Image better = JpegRoundTrip.apply(photo, quality + 5, ChromaSubsampling.YUV_444);
        assertThat(Pictures.difference(fine, photo))
                .isPositive()
                .isLessThan(Pictures.difference(coarse, photo))
                .isGreaterThan(Pictures.difference(better, photo));
    }

    @Test
    void roundTripIsRepeatableAndRefusesUnknownQualities() {
        Rgb8Image photo = Pictures.photo(40, 30, 40);
        assertThat(JpegRoundTrip.apply(photo, 90, ChromaSubsampling.YUV_420).samples())
                .isEqualTo(JpegRoundTrip.apply(photo, 90, ChromaSubsampling.YUV_420)
                        .samples());
        assertThatThrownBy(() -> JpegRoundTrip.apply(photo, 0, ChromaSubsampling.YUV_420))
                .hasMessageContaining("1 to 100 expected, got 0");
    }
}
