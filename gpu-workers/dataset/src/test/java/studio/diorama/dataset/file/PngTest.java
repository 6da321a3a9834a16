package studio.diorama.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;

class PngTest {

    private final SplittableRandom random = new SplittableRandom(17);

    @Test
    void theJdkReadsOurColours() throws IOException {
        byte[] samples = bytes(31 * 17 * 3);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FastPng.rgb8(31, 17, samples)));
        for (int i = 0; i < 31 * 17; i++) {
            int expected = (samples[3 * i] & 0xFF) << 16 | (samples[3 * i + 1] & 0xFF) << 8 | samples[3 * i + 2] & 0xFF;
            assertThat(image.getRGB(i % 31, i / 31) & 0xFFFFFF).isEqualTo(expected);
        }
    }

    @Test
    void theJdkReadsOurIds() throws IOException {
        int[] ids = random.ints(40L * 9, 0, 65_536).toArray();
        BufferedImage wide = ImageIO.read(new ByteArrayInputStream(FastPng.ids(40, 9, ids, false)));
        assertThat(wide.getRaster().getPixels(0, 0, 40, 9, (int[]) null)).isEqualTo(ids);
        assertThat(wide.getColorModel().getPixelSize()).isEqualTo(16);
        int[] small = Arrays.stream(ids).map(id -> id & 0xFF).toArray();
        BufferedImage narrow = ImageIO.read(new ByteArrayInputStream(FastPng.ids(40, 9, small, false)));
        assertThat(narrow.getRaster().getPixels(0, 0, 40, 9, (int[]) null)).isEqualTo(small);
        assertThat(narrow.getColorModel().getPixelSize()).isEqualTo(8);
    }

    @Test
    void readsOurFilesBack() {
        int[] ids = random.ints(64L * 5, 0, 65_536).toArray();
        PngPixels pixels = PngFile.decode("ids.png", FastPng.ids(64, 5, ids, true), FileLimits.DEFAULT);
        assertThat(pixels.ids()).isEqualTo(ids);
        byte[] colour = bytes(8 * 8 * 3);
        assertThat(PngFile.decode("c.png", FastPng.rgb8(8, 8, colour), FileLimits.DEFAULT)
                        .bytes())
                .isEqualTo(colour);
    }

    @Test
    void readsTheJdksFilesWhateverTheirFilters() throws IOException {
        BufferedImage image = new BufferedImage(57, 33, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 33; y++) {
            for (int x = 0; x < 57; x++) {
                image.setRGB(x, y, x * 4 << 16 | y * 7 << 8 | (x * y) % 256);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        byte[] samples = PngFile.decode("jdk.png", file.toByteArray(), FileLimits.DEFAULT)
                .bytes();
        for (int i = 0; i < 57 * 33; i++) {
            int rgb = (samples[3 * i] & 0xFF) << 16 | (samples[3 * i + 1] & 0xFF) << 8 | samples[3 * i + 2] & 0xFF;
            assertThat(rgb).isEqualTo(image.getRGB(i % 57, i / 57) & 0xFFFFFF);
        }
    }

    @Test
    void undoesEveryFilter() {
        // One row each of none, sub, up, average and Paeth; two grey pixels a row, worked out by hand.
        byte[] rows = {0, 10, 20, 1, 5, 6, 2, 1, 1, 3, 4, 4, 4, 1, 1};
        assertThat(studio.diorama.dataset.file.internal.PngFilters.undo(rows, 2, 5, 1))
                .isTrue();
        assertThat(rows).containsExactly(0, 10, 20, 1, 5, 11, 2, 6, 12, 3, 7, 13, 4, 8, 14);
    }

    @Test
    void refusesDamageAndBombs() {
        byte[] file = FastPng.grey8(50, 50, bytes(2500));
        for (int length = 0; length < file.length; length += 7) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> PngFile.decode("cut.png", cut, FileLimits.DEFAULT))
                    .isInstanceOf(DioramaException.class);
        }
        for (int trial = 0; trial < 500; trial++) {
            byte[] bent = file.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> PngFile.decode("bent.png", bent, FileLimits.DEFAULT))
                    .isInstanceOf(DioramaException.class);
        }
        FileLimits small = new FileLimits(49, 2500, 4);
        assertThatThrownBy(() -> PngFile.decode("big.png", file, small))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("at most 49 a side");
    }

    @Test
    void refusesIdsThatDoNotFit() {
        assertThatThrownBy(() -> FastPng.ids(1, 1, new int[] {65_536}, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FastPng.ids(1, 1, new int[] {-1}, true)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
