package studio.diorama.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final float[] CORNERS = {0, 0, 0, 1, 0, 0, 0, 1, 0};
    private static final int[] ONE_TRIANGLE = {0, 1, 2};
    private static final Mesh TRIANGLE = Mesh.builder(CORNERS, ONE_TRIANGLE)
            .normals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1})
            .build();

    @Test
    void transformsMultiplyDownTheTree() {
        Transform parent = Transform.at(1, 0, 0).withRotation(new Quaterniond().rotateZ(Math.PI / 2));
        Transform child = Transform.at(2, 0, 0).withScale(3);
        Model model = new Model(
                "tree",
                List.of(
                        Node.group("parent", parent, List.of(1)),
                        Node.of("child", child, List.of(new Part(TRIANGLE, Material.DEFAULT)))),
                List.of(0),
                List.of(),
                List.of());

        PosedPart part = model.flatten().getFirst();

        assertThat(part.isDeformed()).isFalse();
        // The child's corner (1, 0, 0) → 3 + 2 = 5 along x → a quarter turn: y → moved by 1 along x.
        Vector3d corner = part.world().transformPosition(new Vector3d(1, 0, 0));
        assertThat(corner.distance(1, 5, 0)).isLessThan(1e-12);
        assertThat(model.bounds().max().distance(new Vector3d(1, 5, 0))).isLessThan(1e-6);
    }

    @Test
    void aJointCarriesTheVerticesThatItOwns() {
        Mesh bent = TRIANGLE.toBuilder()
                .skin(
                        new int[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0},
                        new float[] {1, 0, 0, 0, 1, 0, 0, 0, .5f, .5f, 0, 0})
                .build();
        AnimationChannel lift = new AnimationChannel(
                1, AnimationTarget.TRANSLATION, Interpolation.LINEAR, new float[] {0, 2}, new float[] {0, 0, 0, 0, 0, 8
                });
        Model model = new Model(
                "skin",
                List.of(
                        Node.group("still", Transform.IDENTITY, List.of()),
                        Node.group("moving", Transform.IDENTITY, List.of()),
                        Node.of("mesh", Transform.at(100, 0, 0), List.of(new Part(bent, Material.DEFAULT)))
                                .withSkin(0)),
                List.of(0, 1, 2),
                List.of(new Skin("", List.of(0, 1), List.of(new Matrix4d(), new Matrix4d()))),
                List.of(new Animation("lift", List.of(lift))));

        PosedPart part = model.posed("lift", 1).getFirst();

        assertThat(part.world()).isEqualTo(new Matrix4d());
        assertThat(part.mesh().positions()).containsExactly(0, 0, 0, 1, 0, 4, 0, 1, 2);
        assertThat(model.animation("lift").orElseThrow().duration()).isEqualTo(2);
    }

    @Test
    void skinnedNormalsStayUprightUnderUnevenScale() {
        float slope = (float) Math.sqrt(0.5);
        Mesh leaning = Mesh.builder(new float[] {0, 0, 0, 1, 1, 0, 0, 0, 1}, ONE_TRIANGLE)
                .normals(new float[] {-slope, slope, 0, -slope, slope, 0, -slope, slope, 0})
                .skin(new int[12], new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0})
                .build();
        Mesh stretched = Deformation.skinned(leaning, List.of(new Matrix4d().scale(4, 1, 1)));

        float[] p = stretched.positions();
        float[] n = stretched.normals().orElseThrow();
        assertThat(n[0] * (p[3] - p[0]) + n[1] * (p[4] - p[1])).isCloseTo(0, within(1e-6f));
        assertThat(n[1]).isGreaterThan(0.9f);
    }

    @Test
    void morphTargetsAddUp() {
        Mesh face = TRIANGLE.toBuilder()
                .morphTargets(List.of(
                        new MorphTarget("smile", new float[] {0, 1, 0, 0, 0, 0, 0, 0, 0}),
                        new MorphTarget("frown", new float[] {0, 0, 2, 0, 0, 0, 0, 0, 0})))
                .build();
        Node node = new Node(
                "face",
                Transform.IDENTITY,
                List.of(),
                List.of(new Part(face, Material.DEFAULT)),
                OptionalInt.empty(),
                new float[] {0.5f, 2});

        Mesh morphed = new Model("face", List.of(node), List.of(0), List.of(), List.of())
                .flatten()
                .getFirst()
                .mesh();

        assertThat(morphed.positions()).startsWith(0, 0.5f, 4);
        assertThat(morphed.triangles()).isSameAs(face.triangles());
    }

    @Test
    void treesThatAreNoneAreRefused() {
        List<Node> cycle = List.of(
                Node.group("a", Transform.IDENTITY, List.of(1)), Node.group("b", Transform.IDENTITY, List.of(0)));
        assertThatThrownBy(() -> new Model("", cycle, List.of(), List.of(), List.of()))
                .hasMessageContaining("hangs from itself");
        List<Node> shared = List.of(
                Node.group("a", Transform.IDENTITY, List.of(2)),
                Node.group("b", Transform.IDENTITY, List.of(2)),
                Node.group("c", Transform.IDENTITY, List.of()));
        assertThatThrownBy(() -> new Model("", shared, List.of(0), List.of(), List.of()))
                .hasMessageContaining("two nodes");
        assertThatThrownBy(() -> new Model("", shared.subList(2, 3), List.of(3), List.of(), List.of()))
                .hasMessageContaining("root from 0 to below 1 expected, got 3");
    }

    @Test
    void meshesCheckThemselves() {
        assertThatThrownBy(() -> Mesh.of(CORNERS, new int[] {0, 1, 3})).hasMessageContaining("below 3 expected, got 3");
        assertThatThrownBy(() -> Mesh.of(new float[] {0, 0, Float.NaN}, new int[0]))
                .hasMessageContaining("NaN at 2");
        assertThatThrownBy(() -> Mesh.of(CORNERS, new int[] {0, 1})).hasMessageContaining("multiple of 3");
        assertThatThrownBy(() -> TRIANGLE.toBuilder().texcoords(new float[4]).build())
                .hasMessageContaining("6 numbers expected, got 4");
    }

    @Test
    void mirroringKeepsTheOutsideOutside() {
        Mesh mirrored = Meshes.transformed(TRIANGLE, new Matrix4d().scale(1, 1, -1));
        assertThat(mirrored.normals().orElseThrow()).startsWith(0, 0, -1);
        assertThat(mirrored.triangles()).containsExactly(0, 2, 1);
    }

    @Test
    void matricesSplitIntoTransformsAndBack() {
        Transform transform = new Transform(
                new Vector3d(1, -2, 3), new Quaterniond().rotateXYZ(0.3, -1.1, 2.5), new Vector3d(-2, 0.5, 3));
        assertThat(Transform.of(transform.matrix()).matrix().equals(transform.matrix(), 1e-12))
                .isTrue();
        assertThat(Transform.at(1, 2, 3).under(new Matrix4d().scaling(2)).getTranslation(new Vector3d()))
                .isEqualTo(new Vector3d(2, 4, 6));
    }
}
