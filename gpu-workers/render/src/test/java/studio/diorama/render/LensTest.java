package studio.diorama.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static studio.diorama.render.TestScenes.SIDE;
import static studio.diorama.render.TestScenes.renderer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joml.Matrix4d;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;

/// Lenses that bend and lenses that blur.
class LensTest {

    private static final Set<Layer> LAYERS =
            EnumSet.of(Layer.RGB, Layer.POINTS, Layer.INSTANCE, Layer.DEPTH, Layer.PURITY);

    @Test
    void pointsUnderABentLensLieOnTheirPixels() {
        Distortion bent = new Distortion(-0.25, 0.08, 0, 0.003, -0.002);
        try (FrameLayers frame = render(bent, Lens.PINHOLE)) {
            Intrinsics k = intrinsics();
            int seen = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (frame.integers(Layer.INSTANCE).at(x, y, 0) != 0) {
                        double depth = -frame.floats(Layer.POINTS).at(x, y, 2);
                        double u = frame.floats(Layer.POINTS).at(x, y, 0) / depth;
                        double v = -frame.floats(Layer.POINTS).at(x, y, 1) / depth;
                        double r2 = u * u + v * v;
                        double stretch = 1 + bent.k1() * r2 + bent.k2() * r2 * r2 + bent.k3() * r2 * r2 * r2;
                        double px = u * stretch + 2 * bent.p1() * u * v + bent.p2() * (r2 + 2 * u * u);
                        double py = v * stretch + bent.p1() * (r2 + 2 * v * v) + 2 * bent.p2() * u * v;
                        assertThat(px * k.focalX() + k.centreX()).isCloseTo(x + 0.5, within(0.05));
                        assertThat(py * k.focalY() + k.centreY()).isCloseTo(y + 0.5, within(0.05));
                        seen++;
                    }
                }
            }
            assertThat(seen).isGreaterThan(SIDE * SIDE / 4);
            for (ObjectPixels object : frame.objects()) {
                assertThat(object.pxAmodal()).isGreaterThanOrEqualTo(object.pxVisible());
            }
        }
    }

    @Test
    void aLensThatFoldsThePictureIsRefused() {
        renderer();
        assertThatThrownBy(() -> render(new Distortion(-3, 0, 0, 0, 0), Lens.PINHOLE))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("folds the picture");
    }

    @Test
    void blurTouchesColourAlone() {
        try (FrameLayers sharp = render(Distortion.NONE, Lens.PINHOLE);
                FrameLayers soft = render(Distortion.NONE, new Lens(0.1, 2, 0))) {
            assertThat(soft.floats(Layer.DEPTH).values())
                    .isEqualTo(sharp.floats(Layer.DEPTH).values());
            assertThat(soft.integers(Layer.INSTANCE).values())
                    .isEqualTo(sharp.integers(Layer.INSTANCE).values());
            assertThat(soft.integers(Layer.RGB).values())
                    .isNotEqualTo(sharp.integers(Layer.RGB).values());
        }
    }

    private static Intrinsics intrinsics() {
        return new Intrinsics(120, 118, 62, 66);
    }

    private static FrameLayers render(Distortion distortion, Lens lens) {
        Camera camera = new Camera(
                SIDE, SIDE, intrinsics(), distortion, PoseTrack.still(new Matrix4d()), 0.01, lens, Exposure.UNIT);
        RenderScene scene = TestScenes.room(TestScenes.white(), List.of(), Weather.CLEAR);
        return renderer().render(scene, camera, LAYERS, RenderOptions.DEFAULT);
    }
}
