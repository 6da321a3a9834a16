package studio.diorama.dataset.frame;

import org.joml.Quaterniond;
import studio.diorama.dataset.sampling.Components;

/// A unit quaternion.
public record Orientation(double x, double y, double z, double w) {

    /// Not turned.
    public static final Orientation IDENTITY = new Orientation(0, 0, 0, 1);

    public Orientation {
        double length = StrictMath.sqrt(x * x + y * y + z * z + w * w);
        if (!(Math.abs(length - 1) < 1e-2)) {
            throw new IllegalArgumentException(
                    "Expected a quaternion of length 1, got %s %s %s %s".formatted(x, y, z, w));
        }
        // Dividing a quaternion of length 1 again would change its last bits at every reading.
        if (Math.abs(length - 1) > 1e-14) {
            x /= length;
            y /= length;
            z /= length;
            w /= length;
        }
    }

    public static Orientation of(Components quaternion) {
        return new Orientation(quaternion.get(0), quaternion.get(1), quaternion.get(2), quaternion.get(3));
    }

    public Components components() {
        return Components.of(x, y, z, w);
    }

    public Quaterniond quaternion() {
        return new Quaterniond(x, y, z, w);
    }
}
