package studio.diorama.dataset.statistics;

import org.joml.Vector3d;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedObject;

/// From where an object is looked at.
public final class Sightline {

    private Sightline() {}

    /// How far above its own level an object is looked at: 90 from above, 0 from the side, -90 from below.
    public static double elevationDegrees(ResolvedObject object, ResolvedCamera camera) {
        Vector3d eye = new Vector3d(
                camera.pose().now().position().x(),
                camera.pose().now().position().y(),
                camera.pose().now().position().z());
        Vector3d local = object.pose().now().matrix().invertAffine().transformPosition(eye);
        double length = local.length();
        return length == 0 ? 0 : StrictMath.toDegrees(StrictMath.asin(Math.clamp(local.y / length, -1.0, 1.0)));
    }
}
