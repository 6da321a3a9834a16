package studio.diorama.dataset.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.dataset.asset.AssetPart;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Masks lie in their boxes.
final class BoxCheck {

    private static final int EDGE_CUTS = 16;

    private BoxCheck() {}

    static void check(CameraView view, SceneAssets assets, Residuals residuals) {
        if (!view.has(Layer.INSTANCE)) {
            return;
        }
        Map<Integer, List<PixelPoint>> rims = rims(view);
        FrameCamera camera = view.record().calibration();
        for (ObjectRecord object : view.record().objects()) {
            List<Vector3> corners = object.box().corners();
            if (corners.stream().allMatch(corner -> inFront(view, corner))) {
                ConvexHull hull = new ConvexHull(edges(corners, camera));
                for (PixelPoint pixel : rims.getOrDefault(object.instance(), List.of())) {
                    residuals.add(Identity.BOX_3D, hull.distance(pixel));
                }
                vertices(view, assets, object, residuals);
            }
        }
    }

    private static boolean inFront(CameraView view, Vector3 point) {
        return view.record().calibration().worldToCamera().apply(point).z()
                > view.camera().near();
    }

    /// The centres of the first and last pixels of each mask in each row.
    private static Map<Integer, List<PixelPoint>> rims(CameraView view) {
        Plane.Integers instances = view.integers(Layer.INSTANCE);
        Map<Integer, List<PixelPoint>> rims = new TreeMap<>();
        for (int y = 0; y < view.height(); y++) {
            int last = 0;
            for (int x = 0; x <= view.width(); x++) {
                int id = x < view.width() ? instances.at(x, y, 0) : 0;
                if (id != last) {
                    if (id != 0) {
                        rims.computeIfAbsent(id, key -> new ArrayList<>()).add(new PixelPoint(x + 0.5, y + 0.5));
                    }
                    if (last != 0) {
                        rims.computeIfAbsent(last, key -> new ArrayList<>()).add(new PixelPoint(x - 0.5, y + 0.5));
                    }
                    last = id;
                }
            }
        }
        return rims;
    }

    /// Lenses bend edges, so they are cut.
    private static List<PixelPoint> edges(List<Vector3> corners, FrameCamera camera) {
        List<PixelPoint> points = new ArrayList<>();
        for (int from = 0; from < 8; from++) {
            for (int bit = 1; bit < 8; bit <<= 1) {
                if ((from & bit) == 0) {
                    for (int cut = 0; cut <= EDGE_CUTS; cut++) {
                        double share = (double) cut / EDGE_CUTS;
                        points.add(camera.project(corners.get(from)
                                .times(1 - share)
                                .plus(corners.get(from | bit).times(share))));
                    }
                }
            }
        }
        return points;
    }

    private static void vertices(CameraView view, SceneAssets assets, ObjectRecord object, Residuals residuals) {
        if (object.amodalBox().isEmpty()
                || !view.record().calibration().distortion().isNone()) {
            return;
        }
        Matrix4d pose = view.frame().object(object.instance()).pose().now().matrix();
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        Vector3d point = new Vector3d();
        for (AssetPart part : assets.get(object.asset()).parts()) {
            Matrix4d world = pose.mul(part.toObject(), new Matrix4d());
            float[] positions = part.posed().mesh().positions();
            for (int i = 0; i < positions.length; i += 3) {
                world.transformPosition(point.set(positions[i], positions[i + 1], positions[i + 2]));
                PixelPoint pixel = view.record().calibration().project(new Vector3(point.x, point.y, point.z));
                minX = Math.min(minX, pixel.x());
                maxX = Math.max(maxX, pixel.x());
                minY = Math.min(minY, pixel.y());
                maxY = Math.max(maxY, pixel.y());
            }
        }
        residuals.add(
                Identity.VERTICES,
                Math.max(minX - object.amodalBox().x(), object.amodalBox().right() - maxX));
        residuals.add(
                Identity.VERTICES,
                Math.max(minY - object.amodalBox().y(), object.amodalBox().bottom() - maxY));
    }
}
