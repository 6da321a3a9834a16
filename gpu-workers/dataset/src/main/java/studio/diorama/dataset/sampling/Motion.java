package studio.diorama.dataset.sampling;

import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.MovingPose;
import studio.diorama.dataset.frame.Orientation;
import studio.diorama.dataset.frame.ResolvedPose;

/// Movement at constant speed and spin.
final class Motion {

    private Motion() {}

    /// @param start the pose at the clip's start
    /// @param seconds from the clip's start to the frame
    /// @param step seconds from frame to frame; 0 where nothing moves
    static MovingPose of(ResolvedPose start, Vector3 velocity, Vector3 spin, double seconds, double step) {
        return new MovingPose(
                at(start, velocity, spin, seconds - step),
                at(start, velocity, spin, seconds),
                at(start, velocity, spin, seconds + step));
    }

    private static ResolvedPose at(ResolvedPose start, Vector3 velocity, Vector3 spin, double seconds) {
        double speed = StrictMath.sqrt(spin.x() * spin.x() + spin.y() * spin.y() + spin.z() * spin.z());
        Orientation orientation = start.orientation();
        if (speed > 0) {
            Components turn =
                    Rotations.aboutAxis(spin.x() / speed, spin.y() / speed, spin.z() / speed, speed * seconds);
            orientation = Orientation.of(Rotations.product(turn, orientation.components()));
        }
        return new ResolvedPose(start.position().plus(velocity.times(seconds)), orientation, start.scale());
    }
}
