package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class PrimitivesTest {

    private static final Percentage FINE = Percentage.withPercentage(0.5);

    @Test
    void areasAndVolumesAreThoseOfTheBody() {
        double pi = Math.PI;
        check(Primitives.box(1, 2, 3), 22, 6, 2, Percentage.withPercentage(1e-5));
        check(Primitives.sphere(2, 128), 16 * pi, 32 * pi / 3, 2, FINE);
        check(Primitives.cylinder(1, 3, 128), 8 * pi, 3 * pi, 2, FINE);
        check(Primitives.cone(3, 4, 128), 24 * pi, 12 * pi, 2, FINE);
        check(Primitives.torus(2, 0.5, 256), 4 * pi * pi, pi * pi, 0, FINE);
        check(Primitives.capsule(1, 2, 128), 8 * pi, 10 * pi / 3, 2, FINE);
    }

    private static void check(Mesh mesh, double area, double volume, int euler, Percentage closeness) {
        assertThat(Measures.area(mesh)).isCloseTo(area, closeness);
        assertThat(Measures.volume(mesh)).isCloseTo(volume, closeness);
        assertThat(Measures.eulerCharacteristic(mesh)).isEqualTo(euler);
        assertThat(Measures.isWatertight(mesh)).isTrue();
    }

    @Test
    void normalsFaceAsTheTrianglesDo() {
        Map<String, Mesh> bodies = Map.of(
                "box", Primitives.box(1, 2, 3),
                "plane", Primitives.plane(2, 3, 4),
                "sphere", Primitives.sphere(1, 64),
                "cylinder", Primitives.cylinder(1, 1, 64),
                "cone", Primitives.cone(1, 1, 64),
                "torus", Primitives.torus(1, 0.3, 64),
                "capsule", Primitives.capsule(1, 1, 64));
        bodies.forEach((name, mesh) -> {
            float[] faces = Normals.ofFaces(mesh);
            float[] normals = mesh.normals().orElseThrow();
            for (int corner = 0; corner < mesh.triangles().length; corner++) {
                int v = mesh.triangles()[corner] * 3;
                int f = corner / 3 * 3;
                double cosine = (double) faces[f] * normals[v]
                        + (double) faces[f + 1] * normals[v + 1]
                        + (double) faces[f + 2] * normals[v + 2];
                assertThat(cosine).as(name).isGreaterThan(0.98);
            }
        });
    }

    @Test
    void sphereNormalsPointAwayFromTheMiddle() {
        Mesh sphere = Primitives.sphere(3, 32);
        float[] p = sphere.positions();
        float[] n = sphere.normals().orElseThrow();
        for (int i = 0; i < p.length; i++) {
            assertThat(n[i]).isCloseTo(p[i] / 3, within(1e-6f));
        }
    }

    @Test
    void everySideOfABoxShowsTheTextureUprightAndUnmirrored() {
        Mesh box = Tangents.of(Primitives.box(2, 2, 2));
        float[] t = box.tangents().orElseThrow();
        float[] n = box.normals().orElseThrow();
        for (int v = 0; v < box.vertexCount(); v++) {
            assertThat(t[v * 4 + 3]).isEqualTo(1);
            Vector3d normal = new Vector3d(n[v * 3], n[v * 3 + 1], n[v * 3 + 2]);
            Vector3d up = normal.cross(new Vector3d(t[v * 4], t[v * 4 + 1], t[v * 4 + 2]), new Vector3d());
            if (normal.y == 0) {
                assertThat(up.distance(0, 1, 0)).isLessThan(1e-6);
            }
        }
    }

    @Test
    void openAndTornSurfacesAreNotWatertight() {
        assertThat(Measures.isWatertight(Primitives.plane(1, 1, 2))).isFalse();
        assertThat(Measures.eulerCharacteristic(Primitives.plane(1, 1, 2))).isEqualTo(1);
        Mesh box = Primitives.box(1, 1, 1);
        int[] flipped = box.triangles().clone();
        flipped[0] = box.triangles()[1];
        flipped[1] = box.triangles()[0];
        assertThat(Measures.isWatertight(box.toBuilder().triangles(flipped).build()))
                .isFalse();
    }

    @Test
    void mergedBodiesKeepWhatTheyAllHave() {
        Mesh both = Meshes.merged(List.of(Primitives.box(1, 1, 1), Primitives.sphere(1, 8)));
        assertThat(Measures.eulerCharacteristic(both)).isEqualTo(4);
        assertThat(both.normals()).isPresent();
        assertThat(both.colours()).isEmpty();
        assertThat(Meshes.compacted(both).vertexCount()).isLessThanOrEqualTo(both.vertexCount());
        assertThat(Measures.volume(Meshes.compacted(both))).isCloseTo(Measures.volume(both), within(1e-12));
    }
}
