package studio.diorama.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Part;

/// Small scenes, and the renderer that all tests of a run share.
final class TestScenes {

    static final int SIDE = 128;
    static final double FOV = 0.8;

    private static RenderDevice.Probe probe;
    private static Renderer shared;

    private TestScenes() {}

    /// The shared renderer; the test is skipped where the machine has none.
    static synchronized Renderer renderer() {
        if (probe == null) {
            probe = RenderDevice.probe();
            shared = probe.device().isPresent() ? RenderDevice.open() : null;
        }
        assumeTrue(shared != null, () -> "nothing to render with on this machine: " + probe.reason());
        return shared;
    }

    static Camera camera() {
        return Camera.pinhole(SIDE, SIDE, FOV, new Matrix4d(), Exposure.UNIT);
    }

    static double focal() {
        return camera().intrinsics().focalX();
    }

    static Instance instance(int id, Mesh mesh, Material material, Matrix4dc pose) {
        return instance(id, mesh, material, PoseTrack.still(pose));
    }

    static Instance instance(int id, Mesh mesh, Material material, PoseTrack pose) {
        return new Instance(id, id + 100, List.of(InstancePart.of(new Part(mesh, material))), pose, LabelMode.SURFACE);
    }

    static Environment white() {
        return new Environment.Uniform(new Vector3d(1));
    }

    static RenderScene unlit(Instance... instances) {
        return RenderScene.of(List.of(instances), List.of(), Environment.DARK);
    }

    static RenderScene inWhite(Instance... instances) {
        return RenderScene.of(List.of(instances), List.of(), white());
    }

    static Material paint(double red, double green, double blue) {
        return Material.of("paint", (float) red, (float) green, (float) blue);
    }

    /// A scene with a floor, a box, a ball, a sun and a lamp, seen slightly from above.
    static RenderScene room(Environment environment, List<Light> lights, Weather weather) {
        Matrix4d floor =
                new Matrix4d().translate(0, -1, -6).rotateX(-Math.PI / 2).scale(5);
        Matrix4d box = new Matrix4d().translate(-0.9, -0.4, -5).rotateY(0.5).scale(0.6);
        Matrix4d ball = new Matrix4d().translate(0.8, -0.3, -4.6).scale(0.7);
        return new RenderScene(
                List.of(
                        instance(1, TestMeshes.square(), paint(0.5, 0.5, 0.5), floor),
                        instance(2, TestMeshes.cube(), paint(0.8, 0.2, 0.1), box),
                        instance(3, TestMeshes.sphere(48, 24), paint(0.1, 0.3, 0.8), ball)),
                lights,
                environment,
                weather);
    }

    static List<Light> sunAndLamp() {
        return List.of(
                new Light.Directional(new Vector3d(-0.5, -1, -0.4), new Vector3d(1), 3, 0.0093),
                new Light.Area(
                        new Vector3d(0, 2.5, -5),
                        new Vector3d(0.5, 0, 0),
                        new Vector3d(0, 0, 0.5),
                        new Vector3d(1, 0.8, 0.6),
                        0.01));
    }

    static Camera moved(Camera camera, PoseTrack pose) {
        return new Camera(
                camera.width(),
                camera.height(),
                camera.intrinsics(),
                camera.distortion(),
                pose,
                camera.nearMetres(),
                camera.lens(),
                camera.exposure());
    }

    static Optional<ObjectPixels> row(FrameLayers frame, int id) {
        return frame.objects().stream().filter(row -> row.id() == id).findFirst();
    }
}
