package studio.diorama.dataset.library.internal.shape;

/// An immutable point or direction in metres, +Y up, computed with `StrictMath` so that every machine
/// gets the same bits.
///
/// @param x to the right
/// @param y up
/// @param z towards the viewer
public record Vec3(double x, double y, double z) {

    /// The object's own origin.
    public static final Vec3 ORIGIN = new Vec3(0, 0, 0);

    /// The unit direction to the right.
    public static final Vec3 X = new Vec3(1, 0, 0);

    /// The unit direction up.
    public static final Vec3 Y = new Vec3(0, 1, 0);

    /// The unit direction towards the viewer.
    public static final Vec3 Z = new Vec3(0, 0, 1);

    /// Short for the constructor, because recipes are full of points.
    public static Vec3 at(double x, double y, double z) {
        return new Vec3(x, y, z);
    }

    /// The sum of both.
    public Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    /// This less the other.
    public Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    /// All components times a factor.
    public Vec3 times(double factor) {
        return new Vec3(x * factor, y * factor, z * factor);
    }

    /// The inner product.
    public double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /// The right-handed cross product.
    public Vec3 cross(Vec3 other) {
        return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /// The distance from the origin.
    public double length() {
        return Math.sqrt(dot(this));
    }

    /// The distance from another point.
    public double distance(Vec3 other) {
        return minus(other).length();
    }

    /// The same direction with length one; the zero vector stays.
    public Vec3 normalized() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }

    /// The point that lies the fraction `t` of the way to `other`.
    public Vec3 lerp(Vec3 other, double t) {
        return new Vec3(x + (other.x - x) * t, y + (other.y - y) * t, z + (other.z - z) * t);
    }

    /// Turned about a unit axis through the origin by an angle in radians, counter-clockwise seen against the axis.
    public Vec3 rotated(Vec3 axis, double radians) {
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return times(cos).plus(axis.cross(this).times(sin)).plus(axis.times(axis.dot(this) * (1 - cos)));
    }

    /// Some unit direction at right angles to this one.
    public Vec3 perpendicular() {
        Vec3 other = Math.abs(x) <= Math.abs(y) && Math.abs(x) <= Math.abs(z) ? X : Math.abs(y) <= Math.abs(z) ? Y : Z;
        return cross(other).normalized();
    }
}
