package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4d;
import org.joml.Matrix4dc;

/// Where something is one step before the frame, at it, and one step after it: world from its own axes, metres.
///
/// @param before at t-1
/// @param now at t
/// @param after at t+1
public record PoseTrack(Matrix4dc before, Matrix4dc now, Matrix4dc after) {

    public PoseTrack {
        before = checked(before, "before");
        now = checked(now, "now");
        after = checked(after, "after");
    }

    /// Something that does not move.
    public static PoseTrack still(Matrix4dc pose) {
        return new PoseTrack(pose, pose, pose);
    }

    private static Matrix4dc checked(Matrix4dc pose, String name) {
        requireNonNull(pose, name + " is null");
        double determinant = pose.determinantAffine();
        if (!pose.isFinite() || determinant == 0) {
            throw new IllegalArgumentException(
                    "pose %s: an invertible finite matrix expected, got determinant %s".formatted(name, determinant));
        }
        return new Matrix4d(pose);
    }
}
