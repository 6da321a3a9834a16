package studio.diorama.dataset.ray;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4dc;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A half line. Its parameter t counts lengths of `direction`, which need not be 1, so that a ray keeps its parameters
/// in any affine space.
public record Ray(Vector3dc origin, Vector3dc direction) {

    public Ray {
        requireNonNull(origin, "origin is null");
        requireNonNull(direction, "direction is null");
    }

    public Vector3d at(double t) {
        return new Vector3d(direction).mul(t).add(origin);
    }

    /// The same points under an affine matrix.
    public Ray transformed(Matrix4dc matrix) {
        return new Ray(
                matrix.transformPosition(origin, new Vector3d()), matrix.transformDirection(direction, new Vector3d()));
    }
}
