package studio.diorama.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.diorama.render.TestScenes.SIDE;
import static studio.diorama.render.TestScenes.camera;
import static studio.diorama.render.TestScenes.inWhite;
import static studio.diorama.render.TestScenes.instance;
import static studio.diorama.render.TestScenes.paint;
import static studio.diorama.render.TestScenes.renderer;
import static studio.diorama.render.TestScenes.unlit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import studio.diorama.geometry.Material;

/// Colour against what can be worked out by hand.
class LightTest {

    private static final Set<Layer> COLOUR =
            EnumSet.of(Layer.RGB_CLEAN, Layer.HDR, Layer.INSTANCE, Layer.ALBEDO, Layer.DEPTH);
    private static final int MIDDLE = SIDE / 2;

    @Test
    void whatOnlyShinesHasTheColourOfItsLight() {
        Material lamp = paint(0, 0, 0).toBuilder().roughness(1).build().withEmission(0.5f, 0.25f, 1, 1);
        RenderScene scene = unlit(instance(1, TestMeshes.square(), lamp, new Matrix4d().translate(0, 0, -2)));
        try (FrameLayers frame = renderer().render(scene, camera(), COLOUR, RenderOptions.DEFAULT)) {
            // sRGB of 0.5, 0.25 and 1.
            assertThat(frame.integers(Layer.RGB_CLEAN).at(MIDDLE, MIDDLE, 0)).isEqualTo(0xbc89ff);
            assertThat(frame.floats(Layer.HDR).at(MIDDLE, MIDDLE, 1)).isCloseTo(0.25f, within(1e-4f));
        }
    }

    @Test
    void aWhiteFurnaceStaysWhiteWhateverTheSurface() {
        for (double metallic : new double[] {0, 1}) {
            for (double roughness : new double[] {0.1, 0.5, 1}) {
                Material white = paint(1, 1, 1).withMetallicRoughness((float) metallic, (float) roughness);
                RenderScene scene =
                        inWhite(instance(1, TestMeshes.sphere(64, 32), white, new Matrix4d().translate(0, 0, -4)));
                try (FrameLayers frame = renderer().render(scene, camera(), COLOUR, RenderOptions.DEFAULT)) {
                    for (int x = 0; x < SIDE; x++) {
                        assertThat(frame.floats(Layer.HDR).at(x, MIDDLE, 1))
                                .as("metallic %s, roughness %s, column %d", metallic, roughness, x)
                                .isCloseTo(1, within(0.01f));
                    }
                }
            }
        }
    }

    @Test
    void aMattWallUnderASunGivesBackItsAlbedoOverPi() {
        Light sun = new Light.Directional(new Vector3d(0, 0, -1), new Vector3d(1), Math.PI, 0.0093);
        Material wall = paint(0.6, 0.4, 0.2).toBuilder().ior(1).roughness(1).build();
        RenderScene scene = RenderScene.of(
                List.of(instance(1, TestMeshes.square(), wall, new Matrix4d().translate(0, 0, -2))),
                List.of(sun),
                Environment.DARK);
        try (FrameLayers frame = renderer().render(scene, camera(), COLOUR, RenderOptions.DEFAULT)) {
            // An index of refraction of 1 mirrors nothing but at grazing angles, which a rough surface has a few of.
            assertThat(frame.floats(Layer.HDR).at(MIDDLE, MIDDLE, 0)).isCloseTo(0.6f, within(0.03f));
            assertThat(frame.floats(Layer.HDR).at(MIDDLE, MIDDLE, 2)).isCloseTo(0.2f, within(0.03f));
        }
    }

    @Test
    void aRectangleLightsAPlaceByItsFormFactor() {
        // A square of side 2, one metre in front of a wall that it faces: Lambert's closed form for its middle.
        double watts = 0.01;
        Light.Area lamp = new Light.Area(
                new Vector3d(0, 0, -1), new Vector3d(0, 1, 0), new Vector3d(1, 0, 0), new Vector3d(1), watts);
        Material wall = paint(0.5, 0.5, 0.5).toBuilder().ior(1).roughness(1).build();
        RenderScene scene = RenderScene.of(
                List.of(instance(
                        1,
                        TestMeshes.square(),
                        wall,
                        new Matrix4d().translate(0, 0, -2).scale(3))),
                List.of(lamp),
                Environment.DARK);
        Set<Layer> lit = EnumSet.of(Layer.LIGHT_DIFFUSE, Layer.SHADOW);
        try (FrameLayers frame = renderer().render(scene, camera(), lit, RenderOptions.DEFAULT)) {
            double side = 1 / Math.sqrt(2);
            double factor = 4 * 2 * side * Math.atan(side) / (2 * Math.PI);
            float diffuse = frame.floats(Layer.LIGHT_DIFFUSE).at(MIDDLE, MIDDLE, 0);
            assertThat(diffuse).isCloseTo((float) (lamp.luminance() * factor), within(0.06f * diffuse));
            assertThat(frame.floats(Layer.SHADOW).at(MIDDLE, MIDDLE, 0)).isEqualTo(1);
        }
    }

    @Test
    void aSunCastsAShadowWhereAnObjectStandsInItsWay() {
        Light sun = new Light.Directional(new Vector3d(0, -1, 0), new Vector3d(1), 1, 0.0093);
        Matrix4d floor =
                new Matrix4d().translate(0, -1, -5).rotateX(-Math.PI / 2).scale(3);
        Matrix4d roof =
                new Matrix4d().translate(0, 1.2, -5).rotateX(-Math.PI / 2).scale(0.6);
        Material paint = paint(0.5, 0.5, 0.5);
        RenderScene scene = RenderScene.of(
                List.of(
                        instance(1, TestMeshes.square(), paint, floor),
                        instance(2, TestMeshes.square(), paint.withDoubleSided(true), roof)),
                List.of(sun),
                Environment.DARK);
        Set<Layer> layers = EnumSet.of(Layer.SHADOW, Layer.POINTS, Layer.INSTANCE, Layer.NORMAL_WORLD);
        try (FrameLayers frame = renderer().render(scene, camera(), layers, RenderOptions.DEFAULT)) {
            int shaded = 0;
            int open = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (frame.integers(Layer.INSTANCE).at(x, y, 0) == 1) {
                        double px = frame.floats(Layer.POINTS).at(x, y, 0);
                        double pz = frame.floats(Layer.POINTS).at(x, y, 2) + 5;
                        double edge = Math.max(Math.abs(px), Math.abs(pz));
                        float share = frame.floats(Layer.SHADOW).at(x, y, 0);
                        if (edge < 0.5) {
                            assertThat(share).isZero();
                            shaded++;
                        } else if (edge > 0.7 && edge < 2.8) {
                            assertThat(share).isEqualTo(1);
                            open++;
                        }
                    }
                }
            }
            assertThat(shaded).isGreaterThan(50);
            assertThat(open).isGreaterThan(500);
        }
    }

    @Test
    void thePartsOfLightAddUpToTheWhole() {
        RenderScene scene = TestScenes.room(
                TestScenes.white(), TestScenes.sunAndLamp(), new Weather(20, Double.POSITIVE_INFINITY, 0, 0, 0.5, 0));
        try (FrameLayers frame =
                renderer().render(scene, camera(), EnumSet.allOf(Layer.class), RenderOptions.DEFAULT)) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (frame.integers(Layer.INSTANCE).at(x, y, 0) != 0) {
                        float through = frame.floats(Layer.TRANSMITTANCE).at(x, y, 0);
                        float sum = frame.floats(Layer.ALBEDO).at(x, y, 1)
                                        * frame.floats(Layer.LIGHT_DIFFUSE).at(x, y, 1)
                                + frame.floats(Layer.LIGHT_SPECULAR).at(x, y, 1)
                                + frame.floats(Layer.EMISSION).at(x, y, 1);
                        float whole = frame.floats(Layer.HDR1).at(x, y, 1);
                        assertThat(through * sum + frame.floats(Layer.FOG).at(x, y, 1))
                                .isCloseTo(whole, within(2e-3f * whole + 1e-4f));
                        double expected = Math.exp(
                                -2.996 / 20 * frame.floats(Layer.DISTANCE).at(x, y, 0));
                        assertThat(through).isCloseTo((float) expected, within(1e-4f));
                    }
                }
            }
        }
    }
}
