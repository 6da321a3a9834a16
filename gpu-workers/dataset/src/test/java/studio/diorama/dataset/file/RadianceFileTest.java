package studio.diorama.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;

class RadianceFileTest {

    @Test
    void readsFlatPixelsAndDividesTheExposureOut() throws IOException {
        byte[] file = file("EXPOSURE=2\n", 1, 2, new int[] {128, 64, 0, 129, 200, 100, 50, 0});
        RadianceFile.Radiance image = read(file);
        // 128 · 2^(129-136) / 2 = 0.5; an exponent of 0 is black.
        assertThat(image.rgb()).containsExactly(0.5f, 0.25f, 0, 0, 0, 0);
    }

    @Test
    void readsTheOldRuns() throws IOException {
        byte[] file = file("", 1, 5, new int[] {128, 0, 0, 129, 1, 1, 1, 3, 0, 128, 0, 129});
        assertThat(read(file).rgb()).containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void readsTheNewRuns() throws IOException {
        // Ten pixels: red a run of ten, green a dump of two and a run of eight, blue and exponent runs.
        int[] line = {2, 2, 0, 10, 138, 128, 2, 64, 32, 136, 16, 138, 0, 138, 129};
        float[] rgb = read(file("", 1, 10, line)).rgb();
        for (int x = 0; x < 10; x++) {
            assertThat(rgb[3 * x]).isEqualTo(1f);
            assertThat(rgb[3 * x + 1]).isEqualTo(x == 0 ? 0.5f : x == 1 ? 0.25f : 0.125f);
            assertThat(rgb[3 * x + 2]).isZero();
        }
    }

    @Test
    void refusesRunsThatLeaveTheirLineAndEarlyEnds() {
        int[] line = {2, 2, 0, 10, 138, 128, 2, 64, 32, 136, 16, 138, 0, 138, 129};
        byte[] whole = file("", 1, 10, line);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(DioramaException.class);
        }
        line[4] = 139;
        assertThatThrownBy(() -> read(file("", 1, 10, line)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("leaves its line");
        assertThatThrownBy(() -> read(file("", 1, 2, new int[] {1, 1, 1, 2})))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("leaves its line");
        assertThatThrownBy(() -> read(file("", 1, 99_999, new int[0])))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("at most 32768");
    }

    @Test
    void readsRealEnvironmentMaps() throws IOException {
        Path folder = sharedData().resolve("environments");
        assumeTrue(Files.isDirectory(folder), "no shared data: the environment maps are not there");
        List<Path> maps;
        try (Stream<Path> files = Files.walk(folder)) {
            maps = files.filter(file -> file.toString().endsWith(".hdr"))
                    .sorted()
                    .toList();
        }
        assertThat(maps).isNotEmpty();
        for (Path map : maps) {
            RadianceFile.Radiance image = RadianceFile.read(map, FileLimits.DEFAULT);
            assertThat(image.width()).isEqualTo(2 * image.height());
            float least = Float.MAX_VALUE;
            float most = 0;
            for (float value : image.rgb()) {
                assertThat(value).isFinite();
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            assertThat(least).isNotNegative();
            // Lamps and the sun are brighter than white paper; a misread run would give values past 2^20.
            assertThat(most).isBetween(1f, 1e6f);
        }
    }

    private static RadianceFile.Radiance read(byte[] file) throws IOException {
        return RadianceFile.read("map.hdr", new ByteArrayInputStream(file), FileLimits.DEFAULT);
    }

    private static byte[] file(String extra, int height, int width, int[] bytes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("#?RADIANCE\n" + extra + "FORMAT=32-bit_rle_rgbe\n\n-Y " + height + " +X " + width + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int value : bytes) {
            file.write(value);
        }
        return file.toByteArray();
    }

    private static Path sharedData() {
        String named = System.getenv("DIORAMA_TEST_DATA");
        if (named != null) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("diorama"))) {
            folder = folder.getParent();
        }
        return folder == null
                ? Path.of("shared", "data")
                : folder.resolveSibling("shared").resolve("data");
    }
}
