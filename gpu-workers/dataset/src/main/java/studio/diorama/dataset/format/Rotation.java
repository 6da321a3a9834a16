package studio.diorama.dataset.format;

/// A rotation as a row-major 3 × 3 matrix.
public record Rotation(
        double m00, double m01, double m02, double m10, double m11, double m12, double m20, double m21, double m22) {

    public static final Rotation IDENTITY = new Rotation(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// The rotation of a quaternion x, y, z, w (glTF's order), which need not have unit length.
    public static Rotation ofQuaternion(double x, double y, double z, double w) {
        double s = 2 / (x * x + y * y + z * z + w * w);
        return new Rotation(
                1 - s * (y * y + z * z),
                s * (x * y - z * w),
                s * (x * z + y * w),
                s * (x * y + z * w),
                1 - s * (x * x + z * z),
                s * (y * z - x * w),
                s * (x * z - y * w),
                s * (y * z + x * w),
                1 - s * (x * x + y * y));
    }

    public Vector3 apply(Vector3 v) {
        return new Vector3(
                m00 * v.x() + m01 * v.y() + m02 * v.z(),
                m10 * v.x() + m11 * v.y() + m12 * v.z(),
                m20 * v.x() + m21 * v.y() + m22 * v.z());
    }

    /// This after `first`.
    public Rotation after(Rotation first) {
        Vector3 x = apply(new Vector3(first.m00, first.m10, first.m20));
        Vector3 y = apply(new Vector3(first.m01, first.m11, first.m21));
        Vector3 z = apply(new Vector3(first.m02, first.m12, first.m22));
        return new Rotation(x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z());
    }

    public Rotation transposed() {
        return new Rotation(m00, m10, m20, m01, m11, m21, m02, m12, m22);
    }

    /// The nine numbers, row after row.
    public double[] rows() {
        return new double[] {m00, m01, m02, m10, m11, m12, m20, m21, m22};
    }
}
