package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.dataset.format.Vector3;

/// Where something is: scaled first, then turned, then moved.
///
/// @param position metres
/// @param scale a factor per own axis
public record ResolvedPose(Vector3 position, Orientation orientation, Vector3 scale) {

    private static final Vector3 ONE = new Vector3(1, 1, 1);

    public ResolvedPose {
        requireNonNull(position, "position is null");
        requireNonNull(orientation, "orientation is null");
        requireNonNull(scale, "scale is null");
    }

    /// A pose without scale.
    public static ResolvedPose rigid(Vector3 position, Orientation orientation) {
        return new ResolvedPose(position, orientation, ONE);
    }

    /// World from own axes.
    public Matrix4d matrix() {
        return new Matrix4d()
                .translationRotateScale(
                        new Vector3d(position.x(), position.y(), position.z()),
                        orientation.quaternion(),
                        new Vector3d(scale.x(), scale.y(), scale.z()));
    }
}
