package studio.diorama.dataset.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.common.Seed;
import studio.diorama.geometry.Texture;

class ProceduralTextureTest {

    @ParameterizedTest
    @EnumSource(ProceduralTexture.class)
    void repeatsWithoutASeam(ProceduralTexture texture) {
        TextureMaps maps = texture.maps();
        for (Texture map : List.of(maps.baseColour(), maps.normal(), maps.metallicRoughness())) {
            for (boolean rows : new boolean[] {true, false}) {
                double widest = 0;
                for (int i = 0; i + 1 < map.width(); i++) {
                    widest = Math.max(widest, step(map, i, i + 1, rows));
                }
                double seam = step(map, map.width() - 1, 0, rows);
                assertThat(seam).as("%s, rows %s", map.name(), rows).isLessThanOrEqualTo(widest * 1.2 + 0.5);
            }
        }
    }

    /// Mean difference between two rows or columns.
    private static double step(Texture map, int from, int to, boolean rows) {
        int size = map.width();
        long sum = 0;
        for (int k = 0; k < size; k++) {
            int a = (rows ? from * size + k : k * size + from) * 4;
            int b = (rows ? to * size + k : k * size + to) * 4;
            for (int channel = 0; channel < 4; channel++) {
                sum += Math.abs((map.rgba()[a + channel] & 255) - (map.rgba()[b + channel] & 255));
            }
        }
        return (double) sum / size;
    }

    @ParameterizedTest
    @EnumSource(ProceduralTexture.class)
    void hasUnitNormalsThatLookOutwardsOnAverage(ProceduralTexture texture) {
        byte[] rgba = texture.maps().normal().rgba();
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < rgba.length; i += 4) {
            double x = (rgba[i] & 255) / 127.5 - 1;
            double y = (rgba[i + 1] & 255) / 127.5 - 1;
            double z = (rgba[i + 2] & 255) / 127.5 - 1;
            assertThat(x * x + y * y + z * z).isBetween(0.96, 1.04);
            assertThat(z).isPositive();
            sumX += x;
            sumY += y;
        }
        assertThat(Math.abs(sumX) / (rgba.length / 4)).isLessThan(0.05);
        assertThat(Math.abs(sumY) / (rgba.length / 4)).isLessThan(0.05);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProceduralTexture.class,
            names = {"OAK", "BRICKS", "GRASS", "LEAVES"})
    void followsFromItsSeedAlone(ProceduralTexture texture) {
        byte[] first = texture.maps(new Seed(5)).baseColour().rgba();
        assertThat(texture.maps(new Seed(5)).baseColour().rgba()).isEqualTo(first);
        assertThat(texture.maps(new Seed(6)).baseColour().rgba()).isNotEqualTo(first);
    }
}
