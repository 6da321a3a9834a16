package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.joml.Intersectiond;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.junit.jupiter.api.Test;

class BvhTest {

    @Test
    void findsTheTriangleThatTryingAllOfThemFinds() {
        SplittableRandom random = new SplittableRandom(1);
        Mesh soup = soup(500, 0.3, random);
        Bvh bvh = Bvh.of(soup);
        int hits = 0;
        for (int i = 0; i < 600; i++) {
            Ray ray = new Ray(point(random, 2), point(random, 1));
            Optional<RayHit> found = bvh.closest(ray);
            double nearest = Double.POSITIVE_INFINITY;
            int triangle = -1;
            for (int t = 0; t < soup.triangleCount(); t++) {
                double along = Intersectiond.intersectRayTriangle(
                        ray.origin(), ray.direction(), corner(soup, t, 0), corner(soup, t, 1), corner(soup, t, 2), 0);
                if (along >= 0 && along < nearest) {
                    nearest = along;
                    triangle = t;
                }
            }
            assertThat(found.isPresent()).isEqualTo(triangle >= 0);
            assertThat(bvh.anyHit(ray)).isEqualTo(triangle >= 0);
            if (found.isPresent()) {
                hits++;
                RayHit hit = found.orElseThrow();
                assertThat(hit.triangle()).isEqualTo(triangle);
                assertThat(hit.along()).isCloseTo(nearest, within(1e-9));
                assertThat(onTriangle(soup, hit.triangle(), hit.second(), hit.third())
                                .distance(ray.at(hit.along())))
                        .isLessThan(1e-9);
            }
        }
        assertThat(hits).isBetween(100, 590);
    }

    @Test
    void noRaySlipsBetweenTriangles() {
        Mesh sphere = Primitives.sphere(1, 32);
        Bvh bvh = Bvh.of(sphere);
        // From the middle, straight at every corner and at the middle of every edge.
        for (int t = 0; t < sphere.triangleCount(); t++) {
            Vector3d corner = corner(sphere, t, 0);
            Vector3d edge = corner(sphere, t, 1).add(corner).mul(0.5);
            assertThat(bvh.anyHit(new Ray(new Vector3d(), corner))).isTrue();
            assertThat(bvh.anyHit(new Ray(new Vector3d(), edge))).isTrue();
        }
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5_000; i++) {
            assertThat(bvh.anyHit(new Ray(point(random, 0.3), point(random, 1))))
                    .isTrue();
        }
    }

    @Test
    void raysAlongTheSidesOfBoxesArriveToo() {
        Bvh bvh = Bvh.of(Primitives.plane(2, 2, 8));
        for (double x = -1; x <= 1; x += 0.25) {
            RayHit hit = bvh.closest(new Ray(new Vector3d(x, 3, x), new Vector3d(0, -1, 0)))
                    .orElseThrow();
            assertThat(hit.along()).isEqualTo(3);
        }
        assertThat(bvh.anyHit(new Ray(new Vector3d(0, 1, 0), new Vector3d(0, 1, 0))))
                .isFalse();
        assertThat(bvh.anyHit(new Ray(new Vector3d(0, 1, 0), new Vector3d(0, -1, 0), 0, 0.99)))
                .isFalse();
        assertThat(bvh.anyHit(new Ray(new Vector3d(0, 1, 0), new Vector3d(0, -1, 0), 0, 1)))
                .isTrue();
    }

    @Test
    void theDistanceSurvivesAChangeOfCoordinates() {
        Bvh bvh = Bvh.of(Primitives.torus(1, 0.3, 64));
        Matrix4d toWorld = new Matrix4d().translate(3, -1, 2).rotateXYZ(1, 2, 3).scale(2, 0.5, -1);
        Ray ray = new Ray(new Vector3d(2, 0.1, 0.2), new Vector3d(-1, 0, 0));
        RayHit direct = bvh.closest(ray).orElseThrow();
        RayHit roundabout = bvh.closest(ray.transformed(toWorld).transformed(toWorld.invert(new Matrix4d())))
                .orElseThrow();
        assertThat(roundabout.along()).isCloseTo(direct.along(), within(1e-12));
    }

    @Test
    void theWayThroughTheTreeGrowsLikeALogarithm() {
        // 64 times the triangles are 6 levels more; in proportion it would be 64 times the visits.
        assertThat(meanVisitsOfRays(24 * 8))
                .isLessThan(meanVisitsOfRays(24) * 4)
                .isLessThan(100);
        assertThat(meanVisitsOfPoints(24 * 8))
                .isLessThan(meanVisitsOfPoints(24) * 4)
                .isLessThan(100);
    }

    private static double meanVisitsOfRays(int segments) {
        Bvh bvh = Bvh.of(Primitives.sphere(1, segments));
        SplittableRandom random = new SplittableRandom(3);
        int visits = 0;
        for (int i = 0; i < 300; i++) {
            RaySearch search = new RaySearch(bvh, new Ray(point(random, 3), point(random, 1)));
            search.closest();
            visits += search.visits();
        }
        return visits / 300.0;
    }

    /// For points close to the surface; from the middle of a ball all of it is equally near, and no tree can help.
    private static double meanVisitsOfPoints(int segments) {
        Bvh bvh = Bvh.of(Primitives.sphere(1, segments));
        SplittableRandom random = new SplittableRandom(3);
        int visits = 0;
        for (int i = 0; i < 300; i++) {
            NearestSearch search = new NearestSearch(bvh, point(random, 1).normalize(1.01));
            search.within(Double.POSITIVE_INFINITY);
            visits += search.visits();
        }
        return visits / 300.0;
    }

    @Test
    void theNearestPointIsNearerThanAnyOther() {
        SplittableRandom random = new SplittableRandom(4);
        Mesh soup = soup(30, 0.8, random);
        Bvh bvh = Bvh.of(soup);
        for (int i = 0; i < 20; i++) {
            Vector3d point = point(random, 1.5);
            SurfacePoint found = bvh.nearest(point).orElseThrow();
            assertThat(onTriangle(soup, found.triangle(), found.second(), found.third())
                            .distance(found.point()))
                    .isLessThan(1e-12);
            assertThat(Math.min(found.first(), Math.min(found.second(), found.third())))
                    .isGreaterThan(-1e-12);
            assertThat(found.distance()).isCloseTo(found.point().distance(point), within(1e-12));
            double sampled = Double.POSITIVE_INFINITY;
            for (int t = 0; t < soup.triangleCount(); t++) {
                for (int a = 0; a <= 20; a++) {
                    for (int b = 0; a + b <= 20; b++) {
                        sampled = Math.min(
                                sampled, onTriangle(soup, t, a / 20.0, b / 20.0).distance(point));
                    }
                }
            }
            assertThat(found.distance()).isLessThanOrEqualTo(sampled + 1e-12);
            assertThat(found.distance()).isGreaterThan(sampled - 0.8 / 10);
            assertThat(bvh.nearest(point, found.distance() * 0.999)).isEmpty();
        }
    }

    @Test
    void theNearestPointOfABoxIsTheClampedPoint() {
        Bvh bvh = Bvh.of(Primitives.box(2, 4, 6));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            Vector3d point = point(random, 10);
            Vector3d clamped =
                    new Vector3d(Math.clamp(point.x, -1, 1), Math.clamp(point.y, -2, 2), Math.clamp(point.z, -3, 3));
            if (clamped.distance(point) > 0) {
                assertThat(bvh.nearest(point).orElseThrow().point().distance(clamped))
                        .isLessThan(1e-12);
            }
        }
    }

    @Test
    void meshesThatNoTreeLikesAreSearchedNonetheless() {
        assertThat(Bvh.of(Mesh.of(new float[0], new int[0])).closest(new Ray(new Vector3d(), new Vector3d(1))))
                .isEmpty();
        // 10,000 times the same triangle: no plane divides them.
        int[] same = new int[30_000];
        for (int i = 0; i < same.length; i++) {
            same[i] = i % 3;
        }
        Bvh pile = Bvh.of(Mesh.of(new float[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, same));
        RayHit hit = pile.closest(new Ray(new Vector3d(0.2, 0.2, 1), new Vector3d(0, 0, -1)))
                .orElseThrow();
        assertThat(hit.triangle()).isZero();
        // Each triangle twice as far and twice as big as the one before.
        float[] positions = new float[9 * 200];
        int[] triangles = new int[3 * 200];
        for (int t = 0; t < 200; t++) {
            float size = (float) StrictMath.pow(2, t * 0.6 - 60);
            positions[t * 9] = size;
            positions[t * 9 + 3] = size;
            positions[t * 9 + 4] = size;
            positions[t * 9 + 6] = size;
            positions[t * 9 + 8] = size;
            for (int k = 0; k < 3; k++) {
                triangles[t * 3 + k] = t * 3 + k;
            }
        }
        Bvh growing = Bvh.of(Mesh.of(positions, triangles));
        assertThat(growing.nearest(new Vector3d()).orElseThrow().triangle()).isZero();
    }

    private static Mesh soup(int count, double size, SplittableRandom random) {
        float[] positions = new float[count * 9];
        int[] triangles = new int[count * 3];
        for (int t = 0; t < count; t++) {
            Vector3d middle = point(random, 1);
            for (int k = 0; k < 3; k++) {
                Vector3d corner = point(random, size).add(middle);
                positions[t * 9 + k * 3] = (float) corner.x;
                positions[t * 9 + k * 3 + 1] = (float) corner.y;
                positions[t * 9 + k * 3 + 2] = (float) corner.z;
                triangles[t * 3 + k] = t * 3 + k;
            }
        }
        return Mesh.of(positions, triangles);
    }

    private static Vector3d point(SplittableRandom random, double reach) {
        return new Vector3d(
                random.nextDouble(-reach, reach), random.nextDouble(-reach, reach), random.nextDouble(-reach, reach));
    }

    private static Vector3d corner(Mesh mesh, int triangle, int corner) {
        int v = mesh.triangles()[triangle * 3 + corner] * 3;
        float[] p = mesh.positions();
        return new Vector3d(p[v], p[v + 1], p[v + 2]);
    }

    private static Vector3d onTriangle(Mesh mesh, int triangle, double second, double third) {
        Vector3dc a = corner(mesh, triangle, 0);
        return new Vector3d(a)
                .fma(second, corner(mesh, triangle, 1).sub(a))
                .fma(third, corner(mesh, triangle, 2).sub(a));
    }
}
