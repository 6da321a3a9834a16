package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix3d;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Quaterniond;
import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector4d;

/// Where a thing stands within its parent: scaled first, then turned, then moved.
///
/// @param translation metres
/// @param rotation kept at length 1
/// @param scale factor along each axis of the thing; negative mirrors
public record Transform(Vector3dc translation, Quaterniondc rotation, Vector3dc scale) {

    /// The transform that changes nothing.
    public static final Transform IDENTITY = new Transform(new Vector3d(), new Quaterniond(), new Vector3d(1));

    public Transform {
        translation = new Vector3d(requireNonNull(translation, "translation is null"));
        scale = new Vector3d(requireNonNull(scale, "scale is null"));
        requireNonNull(rotation, "rotation is null");
        double length = Math.sqrt(rotation.lengthSquared());
        if (!translation.isFinite() || !scale.isFinite() || !(length > 1e-12) || !Double.isFinite(length)) {
            throw new IllegalArgumentException("finite translation and scale and a rotation that is not zero expected,"
                    + " got translation %s, rotation %s, scale %s".formatted(translation, rotation, scale));
        }
        // Dividing a quaternion of length 1 again would change its last bits at every copy.
        rotation = Math.abs(length - 1) < 1e-15
                ? new Quaterniond(rotation)
                : new Quaterniond(
                        rotation.x() / length, rotation.y() / length, rotation.z() / length, rotation.w() / length);
    }

    public static Transform at(Vector3dc translation) {
        return new Transform(translation, new Quaterniond(), new Vector3d(1));
    }

    public static Transform at(double x, double y, double z) {
        return at(new Vector3d(x, y, z));
    }

    /// Splits an affine matrix without shear; of a sheared one the nearest orthogonal turn is kept.
    public static Transform of(Matrix4dc matrix) {
        Vector3d scale = matrix.getScale(new Vector3d());
        if (matrix.determinant3x3() < 0) {
            scale.x = -scale.x;
        }
        Matrix3d turn = new Matrix3d();
        for (int column = 0; column < 3; column++) {
            Vector3d axis = matrix.getColumn(column, new Vector4d()).xyz(new Vector3d());
            double length = scale.get(column);
            turn.setColumn(column, length == 0 ? unit(column) : axis.div(length));
        }
        Quaterniond rotation = turn.getNormalizedRotation(new Quaterniond());
        return new Transform(matrix.getTranslation(new Vector3d()), rotation, scale);
    }

    private static Vector3d unit(int axis) {
        return new Vector3d().setComponent(axis, 1);
    }

    public Transform withTranslation(Vector3dc other) {
        return new Transform(other, rotation, scale);
    }

    public Transform withRotation(Quaterniondc other) {
        return new Transform(translation, other, scale);
    }

    public Transform withScale(Vector3dc other) {
        return new Transform(translation, rotation, other);
    }

    /// The same scale along all three axes.
    public Transform withScale(double factor) {
        return withScale(new Vector3d(factor));
    }

    /// From the thing's own coordinates to its parent's.
    public Matrix4d matrix() {
        return new Matrix4d().translationRotateScale(translation, rotation, scale);
    }

    /// From the thing's own coordinates to the world's, where `parent` goes from its parent's to the world's.
    public Matrix4d under(Matrix4dc parent) {
        return parent.mul(matrix(), new Matrix4d());
    }
}
