package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4dc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A piece of a straight line: origin + along · direction, from `near` to `far`.
///
/// The direction keeps its length, so that `along` means what the caller wants: metres for a direction of length 1,
/// depth
/// for one whose share along the camera's axis is 1. An affine change of coordinates leaves it as it is.
///
/// @param origin metres
/// @param direction not zero
/// @param near least `along`, in lengths of the direction
/// @param far greatest `along`; may be infinite
public record Ray(Vector3dc origin, Vector3dc direction, double near, double far) {

    public Ray {
        origin = new Vector3d(requireNonNull(origin, "origin is null"));
        direction = new Vector3d(requireNonNull(direction, "direction is null"));
        if (!origin.isFinite() || !direction.isFinite() || direction.lengthSquared() == 0 || !(near <= far)) {
            throw new IllegalArgumentException(
                    "finite origin, direction that is not zero and near at most far expected, got %s, %s, %s to %s"
                            .formatted(origin, direction, near, far));
        }
    }

    /// From the origin on, without end.
    public Ray(Vector3dc origin, Vector3dc direction) {
        this(origin, direction, 0, Double.POSITIVE_INFINITY);
    }

    public Vector3d at(double along) {
        return direction.mul(along, new Vector3d()).add(origin);
    }

    /// The same points in other coordinates; `along` stays what it was.
    public Ray transformed(Matrix4dc affine) {
        return new Ray(
                affine.transformPosition(origin, new Vector3d()),
                affine.transformDirection(direction, new Vector3d()),
                near,
                far);
    }
}
