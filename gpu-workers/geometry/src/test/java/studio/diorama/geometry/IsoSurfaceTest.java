package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class IsoSurfaceTest {

    private static final Bounds CUBE = new Bounds(new Vector3d(-1), new Vector3d(1));

    @Test
    void aBallHasTheAreaAndVolumeOfABall() {
        Mesh ball = IsoSurface.below(
                ScalarGrid.of(CUBE, 0.05, (x, y, z) -> Math.sqrt(x * x + y * y + z * z) - 0.7), 0, false);
        assertThat(Measures.isWatertight(ball)).isTrue();
        assertThat(Measures.eulerCharacteristic(ball)).isEqualTo(2);
        assertThat(Measures.area(ball)).isCloseTo(4 * Math.PI * 0.49, Percentage.withPercentage(1));
        assertThat(Measures.volume(ball)).isCloseTo(4 * Math.PI * 0.343 / 3, Percentage.withPercentage(1));
        for (int v = 0; v < ball.vertexCount(); v++) {
            float[] p = ball.positions();
            double radius = Math.sqrt(p[v * 3] * p[v * 3] + p[v * 3 + 1] * p[v * 3 + 1] + p[v * 3 + 2] * p[v * 3 + 2]);
            assertThat(radius).isCloseTo(0.7, within(0.002));
        }
    }

    @Test
    void aTorusHasOneHole() {
        Mesh torus = IsoSurface.below(
                ScalarGrid.of(CUBE, 0.04, (x, y, z) -> Math.hypot(Math.hypot(x, z) - 0.6, y) - 0.25), 0, false);
        assertThat(Measures.isWatertight(torus)).isTrue();
        assertThat(Measures.eulerCharacteristic(torus)).isZero();
        double pi = Math.PI;
        assertThat(Measures.area(torus)).isCloseTo(4 * pi * pi * 0.6 * 0.25, Percentage.withPercentage(1));
        assertThat(Measures.volume(torus)).isCloseTo(2 * pi * pi * 0.6 * 0.0625, Percentage.withPercentage(1));
    }

    /// Noise has every case that a cell can have, ambiguous ones included.
    @Test
    void noiseIsClosedWhateverItsCells() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 5; run++) {
            float[] values = new float[14 * 12 * 13];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(-2, 3);
            }
            ScalarGrid grid = new ScalarGrid(14, 12, 13, new Vector3d(), 1, values);
            Mesh surface = IsoSurface.below(grid, 0, true);
            assertThat(surface.triangleCount()).isGreaterThan(1000);
            assertThat(Measures.isWatertight(surface)).isTrue();
            assertThat(Measures.eulerCharacteristic(surface) % 2).isZero();
            assertThat(Measures.volume(surface)).isPositive();
        }
    }

    @Test
    void aFullGridClosesAtItsRimAndAnEmptyOneIsEmpty() {
        ScalarGrid full = ScalarGrid.of(CUBE, 0.25, (x, y, z) -> -1);
        assertThat(IsoSurface.below(full, 0, false).triangleCount()).isZero();
        Mesh box = IsoSurface.below(full, 0, true);
        assertThat(Measures.isWatertight(box)).isTrue();
        assertThat(Measures.eulerCharacteristic(box)).isEqualTo(2);
        assertThat(IsoSurface.below(ScalarGrid.of(CUBE, 0.25, (x, y, z) -> 1), 0, true)
                        .triangleCount())
                .isZero();
    }
}
