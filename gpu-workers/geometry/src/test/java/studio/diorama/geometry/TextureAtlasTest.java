package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextureAtlasTest {

    private static final int SIZE = 512;

    @Test
    void noTexelBelongsToTwoTriangles() {
        for (Mesh mesh : List.of(
                Primitives.sphere(1, 32), Primitives.torus(1, 0.4, 32), Primitives.capsule(0.5, 1, 24), spiral())) {
            Mesh flat = TextureAtlas.unwrap(mesh, SIZE, 2);
            assertThat(flat.triangleCount()).isEqualTo(mesh.triangleCount());
            assertThat(Measures.area(flat)).isCloseTo(Measures.area(mesh), within(1e-5));
            int[] owner = new int[SIZE * SIZE];
            int covered = 0;
            for (int t = 0; t < flat.triangleCount(); t++) {
                for (int texel : texels(flat, t)) {
                    assertThat(owner[texel])
                            .as("texel %d of triangle %d", texel, t)
                            .isZero();
                    owner[texel] = t + 1;
                    covered++;
                }
            }
            assertThat(covered / (double) owner.length).isBetween(0.25, 1.0);
        }
    }

    /// A ramp that winds round twice: seen from above it lies over itself.
    private static Mesh spiral() {
        int steps = 64;
        float[] positions = new float[(steps + 1) * 6];
        int[] triangles = new int[steps * 6];
        for (int i = 0; i <= steps; i++) {
            double angle = 4 * Math.PI * i / steps;
            for (int side = 0; side < 2; side++) {
                int at = (i * 2 + side) * 3;
                positions[at] = (float) ((1 + side) * Math.cos(angle));
                positions[at + 1] = (float) (angle * 0.1);
                positions[at + 2] = (float) (-(1 + side) * Math.sin(angle));
            }
            if (i < steps) {
                int[] quad = {i * 2, i * 2 + 1, i * 2 + 3, i * 2, i * 2 + 3, i * 2 + 2};
                System.arraycopy(quad, 0, triangles, i * 6, 6);
            }
        }
        return Mesh.of(positions, triangles);
    }

    /// Texels whose middle lies strictly inside the triangle.
    private static Set<Integer> texels(Mesh mesh, int triangle) {
        double[] p = new double[6];
        for (int k = 0; k < 3; k++) {
            int v = mesh.triangles()[triangle * 3 + k];
            p[k * 2] = mesh.texcoords().orElseThrow()[v * 2] * SIZE;
            p[k * 2 + 1] = mesh.texcoords().orElseThrow()[v * 2 + 1] * SIZE;
            assertThat(p[k * 2]).isBetween(1.99, SIZE - 1.99);
            assertThat(p[k * 2 + 1]).isBetween(1.99, SIZE - 1.99);
        }
        // v goes down, so a triangle that is not mirrored turns clockwise in these coordinates.
        assertThat(turn(p, 0, 2, p[4], p[5])).isNegative();
        Set<Integer> texels = new HashSet<>();
        int left = (int) Math.min(p[0], Math.min(p[2], p[4]));
        int top = (int) Math.min(p[1], Math.min(p[3], p[5]));
        for (int y = top; y <= Math.max(p[1], Math.max(p[3], p[5])); y++) {
            for (int x = left; x <= Math.max(p[0], Math.max(p[2], p[4])); x++) {
                double least = Math.max(
                        turn(p, 0, 2, x + 0.5, y + 0.5),
                        Math.max(turn(p, 2, 4, x + 0.5, y + 0.5), turn(p, 4, 0, x + 0.5, y + 0.5)));
                if (least < -1e-3) {
                    texels.add(y * SIZE + x);
                }
            }
        }
        return texels;
    }

    private static double turn(double[] p, int from, int to, double x, double y) {
        return (p[to] - p[from]) * (y - p[from + 1]) - (p[to + 1] - p[from + 1]) * (x - p[from]);
    }

    @Test
    void aBoxHasSixChartsOfTrueSize() {
        Mesh flat = TextureAtlas.unwrap(Primitives.box(1, 2, 3), 1024, 4);
        assertThat(flat.vertexCount()).isEqualTo(24);
        double scale = Double.NaN;
        for (int t = 0; t < flat.triangleCount(); t++) {
            for (int k = 0; k < 3; k++) {
                int a = flat.triangles()[t * 3 + k];
                int b = flat.triangles()[t * 3 + (k + 1) % 3];
                double ratio = length(flat.texcoords().orElseThrow(), 2, a, b) / length(flat.positions(), 3, a, b);
                scale = Double.isNaN(scale) ? ratio : scale;
                assertThat(ratio).isCloseTo(scale, within(1e-5));
            }
        }
    }

    private static double length(float[] rows, int width, int a, int b) {
        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += Math.pow((double) rows[a * width + k] - rows[b * width + k], 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void aTextureWithoutRoomIsRefused() {
        Mesh crumbs = Normals.flat(Primitives.sphere(1, 64));
        float[] apart = crumbs.positions().clone();
        for (int i = 0; i < apart.length; i++) {
            apart[i] += i / 9;
        }
        assertThatThrownBy(() ->
                        TextureAtlas.unwrap(crumbs.toBuilder().positions(apart).build(), 64, 4))
                .hasMessageContaining("take a larger texture");
    }
}
