package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class NormalsTest {

    @Test
    void smoothNormalsOfACubeAreItsDiagonals() {
        // Angles weigh alike at every corner, however each side is cut into triangles.
        Mesh cube = Normals.smooth(Primitives.box(2, 2, 2));
        float[] n = cube.normals().orElseThrow();
        for (int i = 0; i < n.length; i++) {
            assertThat(n[i]).isCloseTo(cube.positions()[i] / (float) Math.sqrt(3), within(1e-6f));
        }
    }

    @Test
    void flatNormalsGiveEachTriangleItsOwnCorners() {
        Mesh flat = Normals.flat(Primitives.sphere(1, 16));
        assertThat(flat.vertexCount()).isEqualTo(flat.triangleCount() * 3);
        float[] faces = Normals.ofFaces(flat);
        float[] n = flat.normals().orElseThrow();
        for (int i = 0; i < n.length; i++) {
            assertThat(n[i]).isEqualTo(faces[i / 9 * 3 + i % 3]);
        }
    }

    @Test
    void tangentsOfASphereRunRoundItsAxis() {
        Mesh sphere = Tangents.of(Primitives.sphere(1, 64));
        float[] t = sphere.tangents().orElseThrow();
        float[] p = sphere.positions();
        for (int v = 0; v < sphere.vertexCount(); v++) {
            double ring = Math.hypot(p[v * 3], p[v * 3 + 2]);
            if (ring > 0.2) {
                // d(sin a, cos a)/da = (cos a, -sin a) = (z, -x)
                assertThat(t[v * 4]).isCloseTo((float) (p[v * 3 + 2] / ring), within(0.06f));
                assertThat(t[v * 4 + 2]).isCloseTo((float) (-p[v * 3] / ring), within(0.06f));
                assertThat(t[v * 4 + 3]).isEqualTo(1);
            }
        }
    }

    @Test
    void mirroredHalvesGetTwoHandednesses() {
        // Two triangles share an edge at u = 1 and both run back to u = 0.
        Mesh mirrored = Mesh.builder(new float[] {-1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0}, new int[] {0, 1, 2, 1, 3, 2})
                .normals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1})
                .texcoords(new float[] {0, 1, 1, 1, 1, 0, 0, 1})
                .build();
        Mesh split = Tangents.of(mirrored);
        assertThat(split.vertexCount()).isEqualTo(6);
        float[] t = split.tangents().orElseThrow();
        for (int corner = 0; corner < 6; corner++) {
            int v = split.triangles()[corner];
            Vector3d tangent = new Vector3d(t[v * 4], t[v * 4 + 1], t[v * 4 + 2]);
            assertThat(tangent.distance(corner < 3 ? 1 : -1, 0, 0)).isLessThan(1e-6);
            assertThat(t[v * 4 + 3]).isEqualTo(corner < 3 ? 1 : -1);
        }
    }

    @Test
    void tangentsMoveWithTheMesh() {
        Mesh mesh = Primitives.torus(1, 0.4, 24);
        Matrix4d turn = new Matrix4d().rotateXYZ(0.4, 1.2, -2).scale(1, 1, -1);
        float[] before = Meshes.transformed(Tangents.of(mesh), turn).tangents().orElseThrow();
        float[] after = Tangents.of(Meshes.transformed(mesh, turn)).tangents().orElseThrow();
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(1e-5f));
        }
    }
}
