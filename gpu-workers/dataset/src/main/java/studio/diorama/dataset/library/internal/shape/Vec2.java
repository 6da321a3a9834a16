package studio.diorama.dataset.library.internal.shape;

/// A point of an outline or profile, in metres.
///
/// @param x to the right, or the distance from a lathe's axis
/// @param y up
public record Vec2(double x, double y) {

    /// The sum of both.
    public Vec2 plus(Vec2 other) {
        return new Vec2(x + other.x, y + other.y);
    }

    /// This less the other.
    public Vec2 minus(Vec2 other) {
        return new Vec2(x - other.x, y - other.y);
    }

    /// Both components times a factor.
    public Vec2 times(double factor) {
        return new Vec2(x * factor, y * factor);
    }

    /// The distance from the origin.
    public double length() {
        return Math.sqrt(x * x + y * y);
    }

    /// The same direction with length one; the zero vector stays.
    public Vec2 normalized() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }

    /// A quarter turn counter-clockwise.
    public Vec2 turnedLeft() {
        return new Vec2(-y, x);
    }

    /// The z component of the cross product: positive where `other` is counter-clockwise of this.
    public double cross(Vec2 other) {
        return x * other.y - y * other.x;
    }

    /// The inner product.
    public double dot(Vec2 other) {
        return x * other.x + y * other.y;
    }
}
