package studio.diorama.render;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.render.TestScenes.SIDE;
import static studio.diorama.render.TestScenes.camera;
import static studio.diorama.render.TestScenes.renderer;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

/// What must not change does not change, to the last bit.
class StabilityTest {

    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);
    private static final Set<Layer> SOLID = EnumSet.of(
            Layer.DEPTH,
            Layer.DISTANCE,
            Layer.NORMAL_CAM,
            Layer.NORMAL_WORLD,
            Layer.INSTANCE,
            Layer.SEMANTIC,
            Layer.BASE_COLOR,
            Layer.UV,
            Layer.OBJCOORD,
            Layer.FLOW_FWD,
            Layer.FLOW_STATE,
            Layer.POINTS);

    @Test
    void aFrameIsTheSameWhateverWasRenderedBeforeAndInAnyContext() {
        RenderScene clear = clear();
        RenderScene hazy = weathered();
        Map<Layer, Object> first = render(renderer(), clear);
        Map<Layer, Object> other = render(renderer(), hazy);
        assertSame(render(renderer(), clear), first, ALL);
        renderer();
        try (Renderer fresh = RenderDevice.open()) {
            assertSame(render(fresh, hazy), other, ALL);
            assertSame(render(fresh, clear), first, ALL);
        }
    }

    @Test
    void fogRainAndSnowLeaveEveryLabelOfGeometryAlone() {
        Map<Layer, Object> clear = render(renderer(), clear());
        Map<Layer, Object> hazy = render(renderer(), weathered());
        assertSame(hazy, clear, SOLID);
        assertThat(greatest(hazy, Layer.PARTICLES)).isBetween(0.1f, 1f);
        assertThat(greatest(hazy, Layer.TRANSMITTANCE)).isBetween(0.1f, 0.999f);
        assertThat((float[]) clear.get(Layer.TRANSMITTANCE)).containsOnly(1);
    }

    @Test
    void otherLightLeavesLabelsAndAlbedoAlone() {
        Map<Layer, Object> lit = render(renderer(), clear());
        Light lamp = new Light.Point(new Vector3d(1, 1, -3), new Vector3d(1, 0.4, 0.2), 5);
        Map<Layer, Object> dark = render(renderer(), TestScenes.room(Environment.DARK, List.of(lamp), Weather.CLEAR));
        Set<Layer> same = EnumSet.copyOf(SOLID);
        same.add(Layer.ALBEDO);
        assertSame(dark, lit, same);
        assertThat((int[]) dark.get(Layer.RGB)).isNotEqualTo(lit.get(Layer.RGB));
    }

    @Test
    void askingForLessGivesTheSameLabels() {
        Map<Layer, Object> all = render(renderer(), clear());
        Set<Layer> some = EnumSet.of(Layer.DEPTH, Layer.INSTANCE, Layer.NORMAL_CAM);
        try (FrameLayers frame = renderer().render(clear(), camera(), some, RenderOptions.DEFAULT)) {
            assertThat(frame.planes().keySet()).isEqualTo(some);
            assertSame(values(frame), all, some);
        }
    }

    @Test
    void noLayerHoldsWhatIsNoNumber() {
        for (RenderScene scene : List.of(clear(), weathered())) {
            render(renderer(), scene).forEach((layer, values) -> {
                if (values instanceof float[] floats) {
                    for (float value : floats) {
                        assertThat(Float.isFinite(value)).as(layer.fileName()).isTrue();
                    }
                }
            });
        }
    }

    private static float greatest(Map<Layer, Object> frame, Layer layer) {
        float most = 0;
        for (float value : (float[]) frame.get(layer)) {
            most = Math.max(most, value);
        }
        return most;
    }

    private static RenderScene clear() {
        return TestScenes.room(TestScenes.white(), TestScenes.sunAndLamp(), Weather.CLEAR);
    }

    private static RenderScene weathered() {
        return TestScenes.room(TestScenes.white(), TestScenes.sunAndLamp(), new Weather(30, 3, 20, 3, 0.7, 0.5));
    }

    private static Map<Layer, Object> render(Renderer renderer, RenderScene scene) {
        try (FrameLayers frame = renderer.render(scene, camera(), ALL, RenderOptions.DEFAULT)) {
            assertThat(frame.width()).isEqualTo(SIDE);
            return values(frame);
        }
    }

    private static Map<Layer, Object> values(FrameLayers frame) {
        Map<Layer, Object> values = new TreeMap<>();
        frame.planes()
                .forEach((layer, plane) -> values.put(
                        layer,
                        switch (plane) {
                            case Plane.Floats floats -> floats.values().clone();
                            case Plane.Integers integers -> integers.values().clone();
                        }));
        return values;
    }

    private static void assertSame(Map<Layer, Object> actual, Map<Layer, Object> expected, Set<Layer> layers) {
        for (Layer layer : layers) {
            assertThat(actual.get(layer)).as(layer.fileName()).isEqualTo(expected.get(layer));
        }
    }
}
