package studio.diorama.dataset.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import studio.diorama.dataset.ray.Ray;
import studio.diorama.dataset.ray.TriangleBvh;
import studio.diorama.dataset.ray.TriangleHit;
import studio.diorama.geometry.Mesh;
import studio.diorama.render.Camera;
import studio.diorama.render.FrameLayers;
import studio.diorama.render.Instance;
import studio.diorama.render.InstancePart;
import studio.diorama.render.Layer;
import studio.diorama.render.ObjectPixels;
import studio.diorama.render.PixelBox;
import studio.diorama.render.Plane;
import studio.diorama.render.RenderDevice;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.RenderScene;
import studio.diorama.render.Renderer;

/// A renderer that casts a ray a pixel: slow, without light, and right. For scenes of flat opaque things.
public final class RayCastRenderer implements Renderer {

    private static final double FAR = 1e6;

    private final Map<Mesh, TriangleBvh> trees = new IdentityHashMap<>();
    private boolean closed;

    private record Hit(Instance instance, double depth, Vector3d normal) {}

    @Override
    public synchronized FrameLayers render(RenderScene scene, Camera camera, Set<Layer> layers, RenderOptions options) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        int width = camera.width();
        int height = camera.height();
        Map<Layer, Plane> planes = new EnumMap<>(Layer.class);
        for (Layer layer : layers) {
            int length = width * height * layer.channels();
            planes.put(
                    layer,
                    layer.kind() == Layer.Kind.FLOATS
                            ? new Plane.Floats(width, height, layer.channels(), new float[length])
                            : new Plane.Integers(width, height, layer.channels(), new int[length]));
        }
        int[] owners = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Ray ray = ray(camera, x + 0.5, y + 0.5);
                Optional<Hit> hit = cast(scene.instances(), ray, camera.nearMetres());
                if (hit.isPresent()) {
                    owners[y * width + x] = hit.get().instance().id();
                    int pixel = y * width + x;
                    planes.forEach((layer, plane) -> set(layer, plane, pixel, hit.get(), ray, camera));
                }
            }
        }
        return new FrameLayers(width, height, planes, table(scene, camera, owners), () -> {});
    }

    private static void set(Layer layer, Plane plane, int pixel, Hit hit, Ray ray, Camera camera) {
        Vector3d normal = new Vector3d(hit.normal());
        switch (layer) {
            case INSTANCE -> integers(plane)[pixel] = hit.instance().id();
            case SEMANTIC -> integers(plane)[pixel] = hit.instance().classId();
            case RGB, RGB_CLEAN -> integers(plane)[pixel] = grey(Math.abs(normal.y) * 0.7 + 0.2);
            case DEPTH -> floats(plane)[pixel] = (float) hit.depth();
            case DISTANCE ->
                floats(plane)[pixel] = (float) (hit.depth() * ray.direction().length());
            case NORMAL_WORLD -> vector(plane, pixel, normal);
            case NORMAL_CAM ->
                vector(
                        plane,
                        pixel,
                        camera.pose().now().invertAffine(new Matrix4d()).transformDirection(normal));
            default -> throw new IllegalArgumentException("no " + layer);
        }
    }

    private static int grey(double light) {
        int code = (int) (255 * light);
        return code << 16 | code << 8 | code;
    }

    private static int[] integers(Plane plane) {
        return ((Plane.Integers) plane).values();
    }

    private static float[] floats(Plane plane) {
        return ((Plane.Floats) plane).values();
    }

    private static void vector(Plane plane, int pixel, Vector3d value) {
        floats(plane)[3 * pixel] = (float) value.x;
        floats(plane)[3 * pixel + 1] = (float) value.y;
        floats(plane)[3 * pixel + 2] = (float) value.z;
    }

    private static Ray ray(Camera camera, double u, double v) {
        Vector3d direction = new Vector3d(
                (u - camera.intrinsics().centreX()) / camera.intrinsics().focalX(),
                -(v - camera.intrinsics().centreY()) / camera.intrinsics().focalY(),
                -1);
        Matrix4dc pose = camera.pose().now();
        return new Ray(pose.getTranslation(new Vector3d()), pose.transformDirection(direction));
    }

    private Optional<Hit> cast(List<Instance> instances, Ray ray, double near) {
        Hit best = null;
        for (Instance instance : instances) {
            for (InstancePart part : instance.parts()) {
                Matrix4d world = instance.pose().now().mul(part.pose().now(), new Matrix4d());
                TriangleBvh tree =
                        trees.computeIfAbsent(part.mesh(), mesh -> new TriangleBvh(mesh.positions(), mesh.triangles()));
                Optional<TriangleHit> hit = tree.nearest(
                        ray.transformed(world.invertAffine(new Matrix4d())),
                        near,
                        best == null ? FAR : best.depth(),
                        TriangleHit::front);
                if (hit.isPresent()) {
                    best = new Hit(instance, hit.get().t(), normal(part.mesh(), hit.get(), world));
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// Flat: the first corner's.
    private static Vector3d normal(Mesh mesh, TriangleHit hit, Matrix4d world) {
        float[] normals = mesh.normals().orElseThrow();
        int at = 3 * mesh.triangles()[3 * hit.triangle()];
        return world.normal(new Matrix4d())
                .transformDirection(new Vector3d(normals[at], normals[at + 1], normals[at + 2]))
                .normalize();
    }

    private List<ObjectPixels> table(RenderScene scene, Camera camera, int[] owners) {
        List<ObjectPixels> rows = new ArrayList<>();
        int width = camera.width();
        int height = camera.height();
        for (Instance instance : scene.instances()) {
            Count visible = new Count();
            Count inside = new Count();
            Count all = new Count();
            for (int y = -height; y < 2 * height; y++) {
                for (int x = -width; x < 2 * width; x++) {
                    boolean here = x >= 0 && y >= 0 && x < width && y < height;
                    boolean owned = here && owners[y * width + x] == instance.id();
                    if (owned) {
                        visible.add(x, y);
                    }
                    if (owned
                            || cast(List.of(instance), ray(camera, x + 0.5, y + 0.5), camera.nearMetres())
                                    .isPresent()) {
                        all.add(x, y);
                        if (here) {
                            inside.add(x, y);
                        }
                    }
                }
            }
            rows.add(new ObjectPixels(
                    instance.id(),
                    instance.classId(),
                    visible.count,
                    inside.count,
                    all.count,
                    false,
                    visible.box(),
                    all.box(),
                    false,
                    1,
                    Optional.empty()));
        }
        return rows;
    }

    private static final class Count {
        private int minX = Integer.MAX_VALUE;
        private int minY = Integer.MAX_VALUE;
        private int maxX = Integer.MIN_VALUE;
        private int maxY = Integer.MIN_VALUE;
        private int count;

        private void add(int x, int y) {
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
            count++;
        }

        private Optional<PixelBox> box() {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new PixelBox(minX, minY, maxX - minX + 1, maxY - minY + 1));
        }
    }

    @Override
    public RenderDevice device() {
        return new RenderDevice("Diorama", "ray caster for tests", "1", true);
    }

    @Override
    public void close() {
        closed = true;
    }
}
