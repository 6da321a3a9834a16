package studio.diorama.dataset.sampling;

import java.util.List;
import java.util.Optional;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.dataset.asset.AssetPart;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.ray.Ray;
import studio.diorama.dataset.ray.TriangleHit;

/// Whether a camera stands inside a thing, where it would see nothing but the thing's inner side.
final class CameraRoom {

    private static final double FAR = 1e9;

    private static final List<Vector3d> DIRECTIONS = List.of(
            new Vector3d(1, 0.013, 0.007),
            new Vector3d(-1, 0.011, 0.017),
            new Vector3d(0.019, 1, 0.023),
            new Vector3d(0.029, -1, 0.031),
            new Vector3d(0.037, 0.041, 1),
            new Vector3d(0.043, 0.047, -1));

    private CameraRoom() {}

    static boolean isInside(List<ResolvedCamera> cameras, List<Placed> objects) {
        return cameras.stream()
                .anyMatch(camera -> objects.stream()
                        .anyMatch(object -> isInside(camera.pose().now().position(), object)));
    }

    /// From inside a closed thing every way out leads through a triangle's back; in a room, whose fronts face inwards,
    /// and in a cup, which is open, it does not.
    private static boolean isInside(Vector3 eye, Placed object) {
        Vector3d point = new Vector3d(eye.x(), eye.y(), eye.z());
        if (!object.bounds().contains(point)) {
            return false;
        }
        Matrix4d pose = object.pose().matrix();
        return DIRECTIONS.stream().allMatch(direction -> leavesThroughABack(object, pose, new Ray(point, direction)));
    }

    private static boolean leavesThroughABack(Placed object, Matrix4d pose, Ray ray) {
        TriangleHit nearest = null;
        for (AssetPart part : object.asset().parts()) {
            Matrix4d toMesh = pose.mul(part.toObject(), new Matrix4d()).invertAffine();
            Optional<TriangleHit> hit = part.tree().nearest(ray.transformed(toMesh), 0, FAR, TriangleHit.Filter.ALL);
            if (hit.isPresent() && (nearest == null || hit.get().t() < nearest.t())) {
                nearest = hit.get();
            }
        }
        return nearest != null && !nearest.front();
    }
}
