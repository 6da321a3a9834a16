package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import studio.diorama.dataset.asset.AssetKeypoint;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.Keypoint.Visibility;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.ray.CameraRays;
import studio.diorama.dataset.ray.Ray;
import studio.diorama.dataset.ray.WorldHit;
import studio.diorama.dataset.ray.WorldRays;

/// Where keypoints are in a picture and whether they are seen: nothing is closer by more than 2 mm or 0.2 %, or the
/// first surface before an inner point is its own object's.
public final class KeypointLabels {

    private static final double CLOSER_METRES = 0.002;
    private static final double CLOSER_SHARE = 0.002;

    private final WorldRays rays;

    public KeypointLabels(WorldRays rays) {
        this.rays = requireNonNull(rays, "rays is null");
    }

    /// @param objectToWorld the object's pose with its scale
    public List<ObjectRecord.Point> of(
            SceneAsset asset, Matrix4dc objectToWorld, int instance, FrameCamera camera, int width, int height) {
        List<ObjectRecord.Point> points = new ArrayList<>();
        for (AssetKeypoint keypoint : asset.keypoints()) {
            Vector3d world = objectToWorld.transformPosition(keypoint.position(), new Vector3d());
            PixelPoint image = camera.project(new Vector3(world.x, world.y, world.z));
            boolean inside = image.x() >= 0 && image.y() >= 0 && image.x() < width && image.y() < height;
            points.add(new ObjectRecord.Point(
                    keypoint.name(),
                    Double.isNaN(image.x()) ? new PixelPoint(0, 0) : image,
                    new Vector3(world.x, world.y, world.z),
                    inside ? visibility(world, instance, camera) : Visibility.OUTSIDE));
        }
        return points;
    }

    /// @param world a point inside the picture
    public Visibility visibility(Vector3d world, int instance, FrameCamera camera) {
        Vector3d eye = new CameraRays(camera).eye();
        Vector3d way = new Vector3d(world).sub(eye);
        double length = way.length();
        double slack = Math.max(CLOSER_METRES, CLOSER_SHARE * length) / length;
        Optional<WorldHit> first = rays.cast(new Ray(eye, way), 0, 1 - slack);
        return first.isEmpty() || first.get().instance() == instance ? Visibility.SEEN : Visibility.HIDDEN;
    }
}
