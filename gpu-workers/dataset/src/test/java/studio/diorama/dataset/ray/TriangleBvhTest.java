package studio.diorama.dataset.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;
import studio.diorama.dataset.sampling.RandomStream;

class TriangleBvhTest {

    private static final int TRIANGLES = 300;

    private final RandomStream random = new RandomStream(new Seed(5));

    private float[] cloud() {
        float[] positions = new float[TRIANGLES * 9];
        for (int t = 0; t < TRIANGLES; t++) {
            for (int axis = 0; axis < 3; axis++) {
                double middle = random.nextDouble() * 4 - 2;
                for (int corner = 0; corner < 3; corner++) {
                    positions[9 * t + 3 * corner + axis] = (float) (middle + random.nextDouble() - 0.5);
                }
            }
        }
        return positions;
    }

    private static int[] counting() {
        int[] triangles = new int[TRIANGLES * 3];
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = i;
        }
        return triangles;
    }

    private Ray ray() {
        Vector3d origin = new Vector3d(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).mul(4);
        Vector3d target = new Vector3d(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        return new Ray(origin, target.sub(origin));
    }

    @Test
    void theTreeFindsWhatLookingAtEachTriangleFinds() {
        float[] positions = cloud();
        TriangleBvh tree = new TriangleBvh(positions, counting());
        int hits = 0;
        for (int i = 0; i < 500; i++) {
            Ray ray = ray();
            Optional<TriangleHit> expected = Optional.empty();
            for (int t = 0; t < TRIANGLES; t++) {
                Optional<TriangleHit> hit = new TriangleBvh(positions, new int[] {3 * t, 3 * t + 1, 3 * t + 2})
                        .nearest(ray, 0, Double.MAX_VALUE, TriangleHit.Filter.ALL);
                if (hit.isPresent()
                        && (expected.isEmpty() || hit.get().t() < expected.get().t())) {
                    expected = hit;
                }
            }
            assertThat(tree.nearest(ray, 0, Double.MAX_VALUE, TriangleHit.Filter.ALL)
                            .map(TriangleHit::t))
                    .isEqualTo(expected.map(TriangleHit::t));
            hits += expected.isPresent() ? 1 : 0;
        }
        assertThat(hits).isGreaterThan(100);
    }

    @Test
    void aHitTellsPlaceAndSide() {
        TriangleBvh tree = new TriangleBvh(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new int[] {0, 1, 2});
        Ray towards = new Ray(new Vector3d(0.25, 0.5, 3), new Vector3d(0, 0, -2));

        TriangleHit hit = tree.nearest(towards, 0, 100, TriangleHit.Filter.ALL).orElseThrow();

        assertThat(hit.t()).isEqualTo(1.5, within(1e-12));
        assertThat(hit.u()).isEqualTo(0.25, within(1e-12));
        assertThat(hit.v()).isEqualTo(0.5, within(1e-12));
        assertThat(hit.front()).isTrue();
        Ray back = new Ray(new Vector3d(0.25, 0.5, -3), new Vector3d(0, 0, 2));
        assertThat(tree.nearest(back, 0, 100, TriangleHit.Filter.ALL)
                        .orElseThrow()
                        .front())
                .isFalse();
        assertThat(tree.nearest(back, 0, 100, TriangleHit::front)).isEmpty();
    }

    @Test
    void meshesThatCrossAreToldFromThoseThatDoNot() {
        float[] flat = {-1, 0, -1, 1, 0, -1, 0, 0, 1};
        float[] upright = {-0.2f, -1, 0, 0.2f, -1, 0, 0, 1, 0};
        TriangleBvh floor = new TriangleBvh(flat, new int[] {0, 1, 2});
        TriangleBvh wall = new TriangleBvh(upright, new int[] {0, 1, 2});

        assertThat(MeshCrossing.cross(floor, new Matrix4d(), wall, new Matrix4d()))
                .isTrue();
        assertThat(MeshCrossing.cross(floor, new Matrix4d(), wall, new Matrix4d().translate(0, 1.1, 0)))
                .isFalse();
        assertThat(MeshCrossing.cross(floor, new Matrix4d(), wall, new Matrix4d().translate(1.5, 0, 0)))
                .isFalse();
    }
}
