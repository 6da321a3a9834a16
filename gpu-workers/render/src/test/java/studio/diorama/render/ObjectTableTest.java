package studio.diorama.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.diorama.render.TestScenes.SIDE;
import static studio.diorama.render.TestScenes.camera;
import static studio.diorama.render.TestScenes.focal;
import static studio.diorama.render.TestScenes.instance;
import static studio.diorama.render.TestScenes.paint;
import static studio.diorama.render.TestScenes.renderer;
import static studio.diorama.render.TestScenes.row;
import static studio.diorama.render.TestScenes.unlit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joml.Matrix4d;
import org.junit.jupiter.api.Test;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Texture;

/// The table of objects, and who owns a pixel.
class ObjectTableTest {

    private static final Set<Layer> IDS = EnumSet.of(Layer.INSTANCE, Layer.SEMANTIC, Layer.DEPTH);
    private static final int MIDDLE = SIDE / 2;

    @Test
    void halfHiddenAndHalfOutsideAreTold() {
        // 2 × 2 metres at 4: half of it hidden by a wall that is nearer, a copy half outside on the left.
        Matrix4d hidden = new Matrix4d().translate(0, 0, -4).scale(0.5);
        Matrix4d wall = new Matrix4d().translate(0.5, 0, -3.999).scale(0.5);
        double rim = -0.5 * SIDE / focal() * 4;
        Matrix4d outside = new Matrix4d().translate(rim, 1, -4).scale(0.5);
        RenderScene scene = unlit(
                instance(1, TestMeshes.square(), paint(1, 1, 1), hidden),
                instance(2, TestMeshes.square(), paint(1, 1, 1), wall),
                instance(3, TestMeshes.square(), paint(1, 1, 1), outside));
        try (FrameLayers frame = renderer().render(scene, camera(), IDS, RenderOptions.DEFAULT.withAmodalMasks(true))) {
            ObjectPixels first = row(frame, 1).orElseThrow();
            assertThat((double) first.pxVisible() / first.pxAmodal()).isCloseTo(0.5, within(0.03));
            assertThat(first.pxAll()).isEqualTo(first.pxAmodal());
            assertThat(first.amodalMask().orElseThrow().bits().cardinality()).isEqualTo(first.pxAmodal());
            int side = (int) Math.round(focal() / 4);
            assertThat(first.amodalBox().orElseThrow().width()).isCloseTo(side, within(1));
            assertThat(first.visibleBox().orElseThrow().width()).isCloseTo(side / 2, within(1));
            ObjectPixels third = row(frame, 3).orElseThrow();
            assertThat((double) third.pxAmodal() / third.pxAll()).isCloseTo(0.5, within(0.03));
            assertThat(third.amodalBox().orElseThrow().x()).isNegative();
            assertThat(third.visibleBox().orElseThrow().x()).isZero();
            assertThat(third.cut()).isFalse();
        }
    }

    @Test
    void boxesAreThoseOfTheMask() {
        try (FrameLayers frame = renderer()
                .render(
                        TestScenes.room(Environment.DARK, List.of(), Weather.CLEAR),
                        camera(),
                        IDS,
                        RenderOptions.DEFAULT)) {
            assertThat(frame.objects()).hasSize(3);
            for (ObjectPixels object : frame.objects()) {
                int left = SIDE;
                int right = 0;
                int count = 0;
                for (int y = 0; y < SIDE; y++) {
                    for (int x = 0; x < SIDE; x++) {
                        if (frame.integers(Layer.INSTANCE).at(x, y, 0) == object.id()) {
                            left = Math.min(left, x);
                            right = Math.max(right, x + 1);
                            count++;
                            assertThat(frame.integers(Layer.SEMANTIC).at(x, y, 0))
                                    .isEqualTo(object.classId());
                        }
                    }
                }
                PixelBox box = object.visibleBox().orElseThrow();
                assertThat(object.pxVisible()).isEqualTo(count).isLessThanOrEqualTo(object.pxAmodal());
                assertThat(box.x()).isEqualTo(left);
                assertThat(box.x() + box.width()).isEqualTo(right);
            }
        }
    }

    @Test
    void labelsLookThroughWhatIsToBeLookedThroughAndOmitWhatHasNone() {
        Matrix4d near = new Matrix4d().translate(0, 0, -2);
        Matrix4d far = new Matrix4d().translate(0, 0, -3);
        RenderScene through = pair(paint(1, 1, 1), LabelMode.THROUGH, near, far);
        try (FrameLayers frame = renderer().render(through, camera(), IDS, RenderOptions.DEFAULT)) {
            assertThat(frame.integers(Layer.INSTANCE).at(MIDDLE, MIDDLE, 0)).isEqualTo(2);
            assertThat(frame.floats(Layer.DEPTH).at(MIDDLE, MIDDLE, 0)).isCloseTo(3, within(1e-5f));
        }
        RenderScene none = pair(paint(1, 1, 1), LabelMode.NONE, near, far);
        try (FrameLayers frame = renderer().render(none, camera(), IDS, RenderOptions.DEFAULT)) {
            assertThat(frame.integers(Layer.INSTANCE).at(MIDDLE, MIDDLE, 0)).isZero();
            assertThat(frame.floats(Layer.DEPTH).at(MIDDLE, MIDDLE, 0)).isCloseTo(2, within(1e-5f));
        }
    }

    @Test
    void holesOwnNoPixelsAndBlendedSurfacesThoseTheyMostlyHide() {
        Matrix4d near = new Matrix4d().translate(0, 0, -2);
        Matrix4d far = new Matrix4d().translate(0, 0, -3).scale(3);
        // The left half of the texture is a hole.
        Texture half = new Texture("half", 2, 1, new byte[] {0, 0, 0, 0, -1, -1, -1, -1});
        Material mask = paint(1, 1, 1).withBaseColourTexture(half).toBuilder()
                .alpha(AlphaMode.MASK, 0.5f)
                .build();
        try (FrameLayers frame =
                renderer().render(pair(mask, LabelMode.SURFACE, near, far), camera(), IDS, RenderOptions.DEFAULT)) {
            assertThat(frame.integers(Layer.INSTANCE).at(MIDDLE - 20, MIDDLE, 0))
                    .isEqualTo(2);
            assertThat(frame.integers(Layer.INSTANCE).at(MIDDLE + 20, MIDDLE, 0))
                    .isEqualTo(1);
            ObjectPixels leaf = row(frame, 1).orElseThrow();
            assertThat(leaf.pxAmodal()).isCloseTo(leaf.pxVisible(), within(SIDE));
        }
        for (float alpha : new float[] {0.4f, 0.6f}) {
            Material veil = paint(1, 1, 1).withBaseColour(1, 1, 1, alpha).toBuilder()
                    .alpha(AlphaMode.BLEND, 0.5f)
                    .build();
            try (FrameLayers frame =
                    renderer().render(pair(veil, LabelMode.SURFACE, near, far), camera(), IDS, RenderOptions.DEFAULT)) {
                assertThat(frame.integers(Layer.INSTANCE).at(MIDDLE, MIDDLE, 0)).isEqualTo(alpha < 0.5f ? 2 : 1);
            }
        }
    }

    @Test
    void anEmptySceneIsAFrameToo() {
        try (FrameLayers frame = renderer().render(unlit(), camera(), IDS, RenderOptions.DEFAULT)) {
            assertThat(frame.objects()).isEmpty();
            assertThat(frame.integers(Layer.INSTANCE).values()).containsOnly(0);
        }
    }

    private static RenderScene pair(Material first, LabelMode mode, Matrix4d near, Matrix4d far) {
        InstancePart part = InstancePart.of(new Part(TestMeshes.square(), first));
        return unlit(
                new Instance(1, 7, List.of(part), PoseTrack.still(near), mode),
                instance(2, TestMeshes.square(), paint(1, 0, 0), far));
    }
}
