package studio.diorama.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static studio.diorama.render.TestScenes.SIDE;
import static studio.diorama.render.TestScenes.camera;
import static studio.diorama.render.TestScenes.focal;
import static studio.diorama.render.TestScenes.instance;
import static studio.diorama.render.TestScenes.paint;
import static studio.diorama.render.TestScenes.renderer;
import static studio.diorama.render.TestScenes.unlit;

import java.util.EnumSet;
import java.util.Set;
import org.joml.Matrix4d;
import org.junit.jupiter.api.Test;
import studio.diorama.geometry.Mesh;

/// Labels against what can be worked out by hand.
class ClosedFormTest {

    private static final Set<Layer> GEOMETRY = EnumSet.range(Layer.DEPTH, Layer.FLOW_STATE);

    @Test
    void aCubeHasTheDepthAndNormalsOfItsFaces() {
        // Turned by 45° about y, so that an edge points at the camera: 5 - √2 metres away.
        Matrix4d pose = new Matrix4d().translate(0, 0, -5).rotateY(Math.PI / 4);
        try (FrameLayers frame = render(TestMeshes.cube(), PoseTrack.still(pose))) {
            float half = (float) Math.sqrt(0.5);
            int left = SIDE / 2 - 1;
            // The ray through the centre of that pixel meets the face x - z = √2 of the turned cube.
            double slope = -0.5 / focal();
            double depth = (5 - Math.sqrt(2)) / (1 + slope);
            assertThat(frame.floats(Layer.DEPTH).at(left, SIDE / 2, 0)).isCloseTo((float) depth, within(1e-5f));
            assertThat(frame.floats(Layer.NORMAL_CAM).at(left, SIDE / 2, 0)).isCloseTo(-half, within(1e-6f));
            assertThat(frame.floats(Layer.NORMAL_CAM).at(left, SIDE / 2, 2)).isCloseTo(half, within(1e-6f));
            assertThat(frame.floats(Layer.NORMAL_CAM).at(SIDE / 2, SIDE / 2, 0)).isCloseTo(half, within(1e-6f));
            assertThat(frame.integers(Layer.SEMANTIC).at(SIDE / 2, SIDE / 2, 0)).isEqualTo(101);
        }
    }

    @Test
    void aSphereHasItsDepthAndItsArea() {
        double distance = 4;
        Matrix4d pose = new Matrix4d().translate(0, 0, -distance);
        try (FrameLayers frame = render(TestMeshes.sphere(512, 256), PoseTrack.still(pose))) {
            int count = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double rx = (x + 0.5 - 0.5 * SIDE) / focal();
                    double ry = (y + 0.5 - 0.5 * SIDE) / focal();
                    double a = rx * rx + ry * ry + 1;
                    double discriminant = distance * distance - a * (distance * distance - 1);
                    count += frame.integers(Layer.INSTANCE).at(x, y, 0);
                    if (discriminant > 0.02) {
                        double depth = (distance - Math.sqrt(discriminant)) / a;
                        assertThat(frame.floats(Layer.DEPTH).at(x, y, 0)).isCloseTo((float) depth, within(1e-3f));
                    }
                }
            }
            double radius = focal() / Math.sqrt(distance * distance - 1);
            assertThat(count).isCloseTo((int) (Math.PI * radius * radius), within(20));
        }
    }

    @Test
    void distanceIsDepthTimesTheLengthOfTheRay() {
        Matrix4d pose = new Matrix4d().translate(0.3, -0.2, -3).rotateXYZ(0.4, 0.7, 0.2);
        try (FrameLayers frame = render(TestMeshes.cube(), PoseTrack.still(pose))) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double rx = (x + 0.5 - 0.5 * SIDE) / focal();
                    double ry = (y + 0.5 - 0.5 * SIDE) / focal();
                    float depth = frame.floats(Layer.DEPTH).at(x, y, 0);
                    assertThat(frame.floats(Layer.DISTANCE).at(x, y, 0))
                            .isCloseTo((float) (depth * Math.sqrt(rx * rx + ry * ry + 1)), within(1e-5f));
                }
            }
        }
    }

    @Test
    void objectCoordinatesLeadBackToThePixel() {
        Matrix4d pose =
                new Matrix4d().translate(0.3, -0.2, -3).rotateXYZ(0.4, 0.7, 0.2).scale(0.9, 0.5, 0.7);
        try (FrameLayers frame = render(TestMeshes.cube(), PoseTrack.still(pose))) {
            int seen = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    if (frame.integers(Layer.INSTANCE).at(x, y, 0) == 1) {
                        Plane.Floats coordinates = frame.floats(Layer.OBJCOORD);
                        org.joml.Vector3d p = pose.transformPosition(new org.joml.Vector3d(
                                coordinates.at(x, y, 0), coordinates.at(x, y, 1), coordinates.at(x, y, 2)));
                        assertThat(p.x / -p.z * focal() + 0.5 * SIDE).isCloseTo(x + 0.5, within(0.01));
                        assertThat(p.y / p.z * focal() + 0.5 * SIDE).isCloseTo(y + 0.5, within(0.01));
                        assertThat(frame.floats(Layer.NOCS).at(x, y, 0))
                                .isCloseTo(0.5f + 0.5f * coordinates.at(x, y, 0), within(1e-5f));
                        seen++;
                    }
                }
            }
            assertThat(seen).isGreaterThan(500);
        }
    }

    @Test
    void aPlaneThatSlidesFlowsByFocalLengthTimesWayOverDepth() {
        double depth = 4;
        double way = 0.25;
        Matrix4d now = new Matrix4d().translate(0, 0, -depth);
        PoseTrack track =
                new PoseTrack(new Matrix4d(now).translate(-way, 0, 0), now, new Matrix4d(now).translate(way, 0, 0));
        try (FrameLayers frame = render(TestMeshes.square(), track)) {
            float flow = (float) (focal() * way / depth);
            Plane.Floats forward = frame.floats(Layer.FLOW_FWD);
            assertThat(forward.at(SIDE / 2, SIDE / 2, 0)).isCloseTo(flow, within(1e-3f));
            assertThat(forward.at(SIDE / 2, SIDE / 2, 1)).isCloseTo(0, within(1e-4f));
            assertThat(frame.floats(Layer.FLOW_BWD).at(SIDE / 2, SIDE / 2, 0)).isCloseTo(-flow, within(1e-3f));
            assertThat(frame.integers(Layer.FLOW_STATE).at(SIDE / 2, SIDE / 2, 0))
                    .isEqualTo(2);
        }
    }

    @Test
    void aCameraThatSlidesMakesTheWorldFlowTheOtherWay() {
        Matrix4d pose = new Matrix4d().translate(0, 0, -4);
        PoseTrack track = new PoseTrack(new Matrix4d(), new Matrix4d(), new Matrix4d().translate(0.25, 0, 0));
        RenderScene scene = unlit(instance(1, TestMeshes.square(), paint(1, 1, 1), pose));
        try (FrameLayers frame =
                renderer().render(scene, TestScenes.moved(camera(), track), GEOMETRY, RenderOptions.DEFAULT)) {
            assertThat(frame.floats(Layer.FLOW_FWD).at(SIDE / 2, SIDE / 2, 0))
                    .isCloseTo((float) (-focal() * 0.25 / 4), within(1e-3f));
        }
    }

    @Test
    void whatGoesBehindSomethingBecomesHiddenAndWhatGoesOutLeaves() {
        Matrix4d wall = new Matrix4d().translate(1, 0, -3).scale(0.5, 2, 1);
        Matrix4d now = new Matrix4d().translate(0.2, 0, -4).scale(0.2);
        PoseTrack behind =
                new PoseTrack(now, now, new Matrix4d().translate(1.33, 0, -4).scale(0.2));
        PoseTrack out =
                new PoseTrack(now, now, new Matrix4d().translate(9, 0, -4).scale(0.2));
        assertThat(stateOfSecond(wall, behind)).isEqualTo(1);
        assertThat(stateOfSecond(wall, out)).isZero();
        assertThat(stateOfSecond(wall, PoseTrack.still(now))).isEqualTo(2);
    }

    private static int stateOfSecond(Matrix4d wall, PoseTrack track) {
        RenderScene scene = unlit(
                instance(1, TestMeshes.square(), paint(1, 1, 1), wall),
                instance(2, TestMeshes.square(), paint(1, 0, 0), track));
        try (FrameLayers frame = renderer().render(scene, camera(), GEOMETRY, RenderOptions.DEFAULT)) {
            int x = (int) (0.2 / 4 * focal() + 0.5 * SIDE);
            assertThat(frame.integers(Layer.INSTANCE).at(x, SIDE / 2, 0)).isEqualTo(2);
            return frame.integers(Layer.FLOW_STATE).at(x, SIDE / 2, 0);
        }
    }

    private static FrameLayers render(Mesh mesh, PoseTrack pose) {
        return renderer()
                .render(unlit(instance(1, mesh, paint(1, 1, 1), pose)), camera(), GEOMETRY, RenderOptions.DEFAULT);
    }
}
