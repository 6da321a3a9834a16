package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class SimplificationTest {

    @Test
    void aBallOfATenthOfTheTrianglesIsStillABall() {
        Mesh ball = Primitives.sphere(1, 64);
        Mesh small = Simplification.to(ball, ball.triangleCount() / 10);
        assertThat(small.triangleCount()).isLessThanOrEqualTo(ball.triangleCount() / 10);
        assertThat(Measures.isWatertight(small)).isTrue();
        assertThat(Measures.eulerCharacteristic(small)).isEqualTo(2);
        assertThat(Measures.volume(small)).isCloseTo(Measures.volume(ball), Percentage.withPercentage(3));
        Bvh surface = Bvh.of(ball);
        for (int v = 0; v < small.vertexCount(); v++) {
            float[] p = small.positions();
            Vector3d point = new Vector3d(p[v * 3], p[v * 3 + 1], p[v * 3 + 2]);
            assertThat(surface.nearest(point).orElseThrow().distance()).isLessThan(0.03);
        }
    }

    @Test
    void flatSidesCostNothing() {
        Mesh box = IsoSurface.below(
                ScalarGrid.of(new Bounds(new Vector3d(-1), new Vector3d(1)), 0.125, (x, y, z) -> -1), 0, true);
        double volume = Measures.volume(box);
        Mesh small = Simplification.to(box, 200);
        assertThat(small.triangleCount()).isLessThanOrEqualTo(200);
        assertThat(Measures.isWatertight(small)).isTrue();
        assertThat(Measures.volume(small)).isCloseTo(volume, Percentage.withPercentage(1));
    }

    @Test
    void aHoleIsNeverClosed() {
        Mesh ring = Primitives.torus(1, 0.3, 32);
        Mesh least = Simplification.to(ring, 0);
        assertThat(least.triangleCount()).isLessThan(ring.triangleCount() / 4);
        assertThat(Measures.isWatertight(least)).isTrue();
        assertThat(Measures.eulerCharacteristic(least)).isZero();
    }

    @Test
    void rimsStayWhereTheyAre() {
        Mesh floor = Primitives.plane(2, 2, 16);
        Mesh small = Simplification.to(floor, 20);
        assertThat(small.triangleCount()).isLessThanOrEqualTo(20);
        assertThat(Measures.area(small)).isCloseTo(4, within(1e-4));
    }
}
