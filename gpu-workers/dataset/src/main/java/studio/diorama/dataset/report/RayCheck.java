package studio.diorama.dataset.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.common.Seed;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.MovingPose;
import studio.diorama.dataset.frame.ResolvedPose;
import studio.diorama.dataset.ray.CameraRays;
import studio.diorama.dataset.ray.Ray;
import studio.diorama.dataset.ray.WorldHit;
import studio.diorama.dataset.ray.WorldRays;
import studio.diorama.dataset.sampling.RandomStream;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Some pixels of a frame, asked of a ray caster in double precision: who is there, how deep, how turned, where to.
final class RayCheck {

    private static final int PIXELS = 640;
    private static final double FAR = 1e7;
    private static final double EDGE_PIXELS = 0.02;
    private static final double DISTORTED_EDGE_PIXELS = 0.25;
    /// Nearly edge-on, normals and slopes are all rounding.
    private static final double GRAZING = 0.15;

    private final CameraView view;
    private final WorldRays world;
    private final CameraRays rays;
    private final Residuals residuals;
    private final double near;
    private final double edge;
    private final Map<Layer, List<Double>> normalAngles = new EnumMap<>(Layer.class);
    private final List<Double> slopeAngles = new ArrayList<>();
    private int strangers;

    RayCheck(CameraView view, WorldRays world, Residuals residuals) {
        this.view = requireNonNull(view, "view is null");
        this.world = requireNonNull(world, "world is null");
        this.residuals = requireNonNull(residuals, "residuals is null");
        FrameCamera calibration = view.record().calibration();
        this.rays = new CameraRays(calibration);
        this.near = view.camera().near();
        this.edge = calibration.distortion().isNone() ? EDGE_PIXELS : DISTORTED_EDGE_PIXELS;
    }

    void check() {
        if (!view.has(Layer.INSTANCE)) {
            return;
        }
        RandomStream random = new RandomStream(new Seed(view.frame().seed())
                .child("check/" + view.frame().frame() + "/" + view.record().id()));
        for (int i = 0; i < PIXELS; i++) {
            check((int) random.nextBelow(view.width()), (int) random.nextBelow(view.height()));
        }
        residuals.add(Identity.RAY_INSTANCE, strangers);
        // Each layer by itself: a right one must not hide a wrong one.
        for (List<Double> angles : normalAngles.values()) {
            percentile(angles, 0.5, Identity.NORMAL_MEDIAN);
            percentile(angles, 0.95, Identity.NORMAL_TAIL);
        }
        percentile(slopeAngles, 0.5, Identity.SLOPE_MEDIAN);
    }

    private void check(int x, int y) {
        Optional<WorldHit> hit = cast(x + 0.5, y + 0.5);
        if (hit.isPresent() && hit.get().seeThrough()) {
            return;
        }
        int label = view.integers(Layer.INSTANCE).at(x, y, 0);
        if (owner(hit) != label) {
            strangers += mayBe(label, x, y) ? 0 : 1;
        } else if (hit.isPresent() && !nearEdge(hit.get(), x, y)) {
            compare(hit.get(), x, y);
        }
    }

    private Optional<WorldHit> cast(double u, double v) {
        return world.cast(rays.through(u, v), near, FAR);
    }

    private static int owner(Optional<WorldHit> hit) {
        return hit.map(WorldHit::instance).orElse(0);
    }

    /// Whether the label is right a little beside the pixel's centre.
    private boolean mayBe(int label, int x, int y) {
        for (int corner = 0; corner < 8; corner++) {
            double angle = corner * StrictMath.PI / 4;
            Optional<WorldHit> beside =
                    cast(x + 0.5 + edge * StrictMath.cos(angle), y + 0.5 + edge * StrictMath.sin(angle));
            if (owner(beside) == label || beside.isPresent() && beside.get().seeThrough()) {
                return true;
            }
        }
        return false;
    }

    /// Whether another surface begins right beside the pixel's centre, so that one of two depths may be meant.
    private boolean nearEdge(WorldHit hit, int x, int y) {
        for (int corner = 0; corner < 4; corner++) {
            double angle = (corner + 0.5) * StrictMath.PI / 2;
            Optional<WorldHit> beside =
                    cast(x + 0.5 + edge * StrictMath.cos(angle), y + 0.5 + edge * StrictMath.sin(angle));
            if (beside.isEmpty() || Math.abs(beside.get().t() / hit.t() - 1) > 0.01) {
                return true;
            }
        }
        return false;
    }

    private void compare(WorldHit hit, int x, int y) {
        Ray ray = rays.through(x + 0.5, y + 0.5);
        if (view.has(Layer.DEPTH)) {
            residuals.add(Identity.RAY_DEPTH, Math.abs(view.floats(Layer.DEPTH).at(x, y, 0) / hit.t() - 1));
            slope(hit, ray, x, y);
        }
        for (Layer layer : new Layer[] {Layer.NORMAL_CAM, Layer.NORMAL_WORLD}) {
            if (view.has(layer)) {
                normal(layer, hit, ray, x, y);
            }
        }
        if (view.has(Layer.FLOW_FWD) && hit.instance() != 0) {
            flow(Layer.FLOW_FWD, hit, x, y);
        }
        if (view.has(Layer.FLOW_BWD) && hit.instance() != 0) {
            flow(Layer.FLOW_BWD, hit, x, y);
        }
    }

    private void normal(Layer layer, WorldHit hit, Ray ray, int x, int y) {
        Plane.Floats normals = view.floats(layer);
        Vector3d label = new Vector3d(normals.at(x, y, 0), normals.at(x, y, 1), normals.at(x, y, 2));
        residuals.add(Identity.NORMAL_LENGTH, Math.abs(label.length() - 1));
        if (layer == Layer.NORMAL_CAM) {
            view.camera().pose().now().matrix().transformDirection(label);
        }
        Vector3d shading = new Vector3d(hit.shading());
        double facing = -shading.dot(ray.direction()) / ray.direction().length();
        if (Math.abs(facing) > GRAZING) {
            normalAngles
                    .computeIfAbsent(layer, key -> new ArrayList<>())
                    .add(degrees(label, facing < 0 ? shading.negate() : shading));
        }
    }

    /// The plane through the depths of the right and lower neighbours, where all three lie on one surface.
    private void slope(WorldHit hit, Ray ray, int x, int y) {
        if (x + 1 >= view.width() || y + 1 >= view.height()) {
            return;
        }
        Optional<WorldHit> right = cast(x + 1.5, y + 0.5);
        Optional<WorldHit> below = cast(x + 0.5, y + 1.5);
        double facing = -hit.normal().dot(ray.direction()) / ray.direction().length();
        if (facing < GRAZING || !coplanar(hit, right) || !coplanar(hit, below)) {
            return;
        }
        Plane.Floats depth = view.floats(Layer.DEPTH);
        Vector3d here = ray.at(depth.at(x, y, 0));
        Vector3d toRight =
                rays.through(x + 1.5, y + 0.5).at(depth.at(x + 1, y, 0)).sub(here);
        Vector3d toBelow =
                rays.through(x + 0.5, y + 1.5).at(depth.at(x, y + 1, 0)).sub(here);
        slopeAngles.add(degrees(toBelow.cross(toRight), new Vector3d(hit.normal())));
    }

    private static boolean coplanar(WorldHit hit, Optional<WorldHit> other) {
        return other.isPresent()
                && other.get().instance() == hit.instance()
                && !other.get().seeThrough()
                && other.get().normal().dot(hit.normal()) > 1 - 1e-9
                && Math.abs(other.get().t() / hit.t() - 1) < 0.02;
    }

    private void flow(Layer layer, WorldHit hit, int x, int y) {
        boolean later = layer == Layer.FLOW_FWD;
        MovingPose objectPose = view.frame().object(hit.instance()).pose();
        ResolvedPose target = later ? objectPose.after() : objectPose.before();
        MovingPose cameraPose = view.camera().pose();
        FrameCamera camera = view.camera().calibration(later ? cameraPose.after() : cameraPose.before());
        Matrix4d matrix = target.matrix();
        Vector3d point = matrix.transformPosition(hit.object(), new Vector3d());
        PixelPoint there = camera.project(new Vector3(point.x, point.y, point.z));
        Plane.Floats flow = view.floats(layer);
        if (Double.isFinite(there.x())) {
            residuals.add(
                    Identity.FLOW,
                    Math.hypot(x + 0.5 + flow.at(x, y, 0) - there.x(), y + 0.5 + flow.at(x, y, 1) - there.y()));
        }
    }

    private static double degrees(Vector3d one, Vector3d other) {
        return Math.toDegrees(one.angle(other));
    }

    private void percentile(List<Double> values, double share, Identity identity) {
        if (values.size() >= 20) {
            Collections.sort(values);
            residuals.add(identity, values.get((int) (share * (values.size() - 1))));
        }
    }
}
