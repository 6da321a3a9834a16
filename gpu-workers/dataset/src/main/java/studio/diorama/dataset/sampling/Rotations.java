package studio.diorama.dataset.sampling;

/// Rotations as unit quaternions (x, y, z, w), by [StrictMath] alone.
public final class Rotations {

    private Rotations() {}

    /// Equally likely anywhere in SO(3) (Shoemake 1992).
    public static Components uniform(RandomStream random) {
        double split = random.nextDouble();
        double first = 2 * StrictMath.PI * random.nextDouble();
        double second = 2 * StrictMath.PI * random.nextDouble();
        double lower = StrictMath.sqrt(1 - split);
        double upper = StrictMath.sqrt(split);
        return Components.of(
                lower * StrictMath.sin(first),
                lower * StrictMath.cos(first),
                upper * StrictMath.sin(second),
                upper * StrictMath.cos(second));
    }

    /// Turned by `radians` about an axis of length 1.
    public static Components aboutAxis(double x, double y, double z, double radians) {
        double sine = StrictMath.sin(radians / 2);
        return Components.of(x * sine, y * sine, z * sine, StrictMath.cos(radians / 2));
    }

    /// Turned about y, then about the turned x, then about the turned z: heading, pitch, roll.
    public static Components headingPitchRoll(double heading, double pitch, double roll) {
        return product(product(aboutAxis(0, 1, 0, heading), aboutAxis(1, 0, 0, pitch)), aboutAxis(0, 0, 1, roll));
    }

    /// First `second`, then `first`, as matrices multiply.
    public static Components product(Components first, Components second) {
        double ax = first.get(0);
        double ay = first.get(1);
        double az = first.get(2);
        double aw = first.get(3);
        double bx = second.get(0);
        double by = second.get(1);
        double bz = second.get(2);
        double bw = second.get(3);
        return Components.of(
                aw * bx + ax * bw + ay * bz - az * by,
                aw * by - ax * bz + ay * bw + az * bx,
                aw * bz + ax * by - ay * bx + az * bw,
                aw * bw - ax * bx - ay * by - az * bz);
    }
}
