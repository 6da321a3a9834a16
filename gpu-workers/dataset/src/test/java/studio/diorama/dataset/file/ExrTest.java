package studio.diorama.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;

class ExrTest {

    @Test
    void readsWhatOpenExrWrote() {
        for (byte[] file : List.of(OpenExrBytes.floats(), OpenExrBytes.halves())) {
            ExrImage image = ExrReader.decode("theirs.exr", file, FileLimits.DEFAULT);
            assertThat(image.width()).isEqualTo(7);
            assertThat(image.height()).isEqualTo(19);
            for (int y = 0; y < 19; y++) {
                for (int x = 0; x < 7; x++) {
                    assertThat(image.channel("B").at(y * 7 + x)).isEqualTo(x / 4f);
                    assertThat(image.channel("G").at(y * 7 + x)).isEqualTo(y / 2f);
                    assertThat(image.channel("R").at(y * 7 + x)).isEqualTo(x - y);
                }
            }
        }
    }

    @Test
    void floatsComeBackBitForBitAndHalvesToTheNearestHalf() {
        // 21 lines: a full block and a short one.
        int width = 33;
        int height = 21;
        SplittableRandom random = new SplittableRandom(5);
        float[] xyz = new float[width * height * 3];
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = (float) (random.nextGaussian() * 1000);
        }
        xyz[0] = Float.NaN;
        xyz[3] = Float.POSITIVE_INFINITY;
        xyz[6] = -0f;
        float[] ids = new float[width * height];
        ids[5] = 16_777_216;
        ExrImage image = new ExrImage(
                width,
                height,
                List.of(
                        new ExrChannel("Z", ExrType.FLOAT, xyz, 0, 3),
                        new ExrChannel("H", ExrType.HALF, xyz, 1, 3),
                        new ExrChannel("A", ExrType.UINT, ids)),
                Map.of("unit", "metres"));
        ExrImage back = ExrReader.decode("ours.exr", ExrWriter.encode(image), FileLimits.DEFAULT);
        assertThat(back.channels()).extracting(ExrChannel::name).containsExactly("A", "H", "Z");
        assertThat(back.texts()).containsExactly(Map.entry("unit", "metres"));
        for (int i = 0; i < width * height; i++) {
            assertThat(Float.floatToRawIntBits(back.channel("Z").at(i))).isEqualTo(Float.floatToRawIntBits(xyz[3 * i]));
            assertThat(back.channel("H").at(i)).isEqualTo(Float.float16ToFloat(Float.floatToFloat16(xyz[3 * i + 1])));
            assertThat(back.channel("A").at(i)).isEqualTo(ids[i]);
        }
    }

    @Test
    void noiseThatDoesNotPackIsStoredAsItIs() {
        SplittableRandom random = new SplittableRandom(9);
        float[] noise = new float[64 * 16];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = Float.intBitsToFloat(random.nextInt());
        }
        ExrImage image = ExrImage.interleaved(64, 16, ExrType.FLOAT, noise, "Y");
        byte[] file = ExrWriter.encode(image);
        ExrChannel back =
                ExrReader.decode("noise.exr", file, FileLimits.DEFAULT).channel("Y");
        for (int i = 0; i < noise.length; i++) {
            assertThat(Float.floatToRawIntBits(back.at(i))).isEqualTo(Float.floatToRawIntBits(noise[i]));
        }
        assertThat(file.length).isBetween(4 * noise.length, 4 * noise.length + 512);
    }

    @Test
    void theHeaderFollowsTheFileLayout() {
        byte[] file = ExrWriter.encode(ExrImage.interleaved(2, 1, ExrType.HALF, new float[4], "Y", "X"));
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(in.getInt()).isEqualTo(20_000_630);
        assertThat(in.getInt()).isEqualTo(2);
        byte[] first = new byte[16];
        in.get(first);
        assertThat(first).isEqualTo("channels\0chlist\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(in.getInt()).isEqualTo(2 * 18 + 1);
        assertThat(in.get()).isEqualTo((byte) 'X');
        assertThat(in.get()).isZero();
        assertThat(in.getInt()).isEqualTo(1);
    }

    @Test
    void refusesFilesThatEndEarlyOrAreDamaged() {
        byte[] file = OpenExrBytes.floats();
        for (int length = 0; length < file.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(file, length);
            assertThatThrownBy(() -> ExrReader.decode("cut.exr", cut, FileLimits.DEFAULT))
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining("cut.exr");
        }
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] bent = file.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                ExrReader.decode("bent.exr", bent, FileLimits.DEFAULT);
            } catch (DioramaException expected) {
                assertThat(expected).hasMessageContaining("bent.exr");
            }
        }
    }

    @Test
    void refusesAClaimThatTheBytesCannotHold() {
        byte[] file = OpenExrBytes.floats();
        // dataWindow's values start 16 bytes after "box2i\0" and its size of the first such attribute.
        int window = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("box2i\0") + 10;
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(window + 8, 9_999)
                .putInt(window + 12, 9_999);
        assertThatThrownBy(() -> ExrReader.decode("bomb.exr", file, FileLimits.DEFAULT))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("too short");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(window + 8, 99_999);
        assertThatThrownBy(() -> ExrReader.decode("wide.exr", file, FileLimits.DEFAULT))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("at most 32768");
    }
}
