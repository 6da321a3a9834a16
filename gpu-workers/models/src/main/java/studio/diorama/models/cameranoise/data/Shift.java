package studio.diorama.models.cameranoise.data;

/// How far a picture lies from another one: what is at (x, y) there is at (x + dx, y + dy) here.
///
/// @param dx pixels to the right
/// @param dy pixels down
public record Shift(double dx, double dy) {

    public static final Shift NONE = new Shift(0, 0);

    /// Length in pixels.
    public double length() {
        return Math.hypot(dx, dy);
    }

    public Shift plus(double x, double y) {
        return new Shift(dx + x, dy + y);
    }

    public Shift times(double factor) {
        return new Shift(factor * dx, factor * dy);
    }
}
