package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

/// A pose one frame before, at, and one frame after the frame.
public record MovingPose(ResolvedPose before, ResolvedPose now, ResolvedPose after) {

    public MovingPose {
        requireNonNull(before, "before is null");
        requireNonNull(now, "now is null");
        requireNonNull(after, "after is null");
    }

    /// Something that stays.
    public static MovingPose still(ResolvedPose pose) {
        return new MovingPose(pose, pose, pose);
    }
}
