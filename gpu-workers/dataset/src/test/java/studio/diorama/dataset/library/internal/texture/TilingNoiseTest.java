package studio.diorama.dataset.library.internal.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;

class TilingNoiseTest {

    private final TilingNoise noise = new TilingNoise(new Seed(3));

    @Test
    void repeatsAfterOneUnit() {
        for (int i = 0; i < 200; i++) {
            double u = i * 0.037;
            double v = i * 0.0191;
            assertThat(noise.perlin(u + 1, v, 5, 7)).isCloseTo(noise.perlin(u, v, 5, 7), within(1e-9));
            assertThat(noise.fractal(u, v - 2, 3, 4, 4)).isCloseTo(noise.fractal(u, v, 3, 4, 4), within(1e-9));
            assertThat(noise.worley(u, v + 1, 6, 6).first())
                    .isCloseTo(noise.worley(u, v, 6, 6).first(), within(1e-9));
        }
    }

    @Test
    void isZeroOnTheLatticeAndSpreadsAboutZeroBetween() {
        double sum = 0;
        double squares = 0;
        int count = 10_000;
        for (int i = 0; i < count; i++) {
            assertThat(noise.perlin(i / 16.0, (i % 7) / 16.0, 16, 16)).isCloseTo(0, within(1e-9));
            double value = noise.perlin(i * 0.00733, i * 0.00317, 64, 64);
            assertThat(value).isBetween(-1.6, 1.6);
            sum += value;
            squares += value * value;
        }
        assertThat(sum / count).isCloseTo(0, within(0.03));
        assertThat(Math.sqrt(squares / count)).isBetween(0.15, 0.6);
    }

    @Test
    void findsTheNearestOfAllFeaturePoints() {
        for (int i = 0; i < 300; i++) {
            TilingNoise.Cells cells = noise.worley(i * 0.0123, i * 0.0457, 9, 9);
            assertThat(cells.first()).isBetween(0.0, 1.5);
            assertThat(cells.second()).isGreaterThanOrEqualTo(cells.first());
            assertThat(cells.id()).isBetween(0.0, 1.0);
        }
    }
}
