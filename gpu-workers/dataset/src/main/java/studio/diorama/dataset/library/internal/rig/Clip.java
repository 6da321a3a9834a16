package studio.diorama.dataset.library.internal.rig;

import java.util.ArrayList;
import java.util.List;
import org.joml.Quaterniond;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Animation;
import studio.diorama.geometry.AnimationChannel;
import studio.diorama.geometry.AnimationTarget;
import studio.diorama.geometry.Interpolation;

/// A movement that repeats: its last moment is its first.
///
/// @param name such as `walk`
/// @param seconds how long one round takes
/// @param motion what every joint does
public record Clip(String name, double seconds, Motion motion) {

    private static final int KEYS = 24;

    /// What joints do at a phase from 0 to 1.
    public interface Motion {

        /// How far a joint is turned from rest: axis times radians.
        Vec3 turn(String joint, double phase);

        /// How far the first joint is moved from rest, in metres.
        Vec3 shift(double phase);
    }

    /// The movement as channels; joint `i` is the model's node `firstNode + i`.
    public Animation animation(Rig rig, int firstNode) {
        float[] times = new float[KEYS + 1];
        for (int k = 0; k <= KEYS; k++) {
            times[k] = (float) (seconds * k / KEYS);
        }
        List<AnimationChannel> channels = new ArrayList<>();
        float[] places = new float[times.length * 3];
        for (int k = 0; k <= KEYS; k++) {
            Vec3 at = rig.joints().getFirst().at().plus(motion.shift((double) (k % KEYS) / KEYS));
            places[k * 3] = (float) at.x();
            places[k * 3 + 1] = (float) at.y();
            places[k * 3 + 2] = (float) at.z();
        }
        channels.add(channel(firstNode, AnimationTarget.TRANSLATION, times, places));
        for (int joint = 0; joint < rig.joints().size(); joint++) {
            float[] turns = turns(rig.joints().get(joint).name());
            if (turns != null) {
                channels.add(channel(firstNode + joint, AnimationTarget.ROTATION, times, turns));
            }
        }
        return new Animation(name, channels);
    }

    private float[] turns(String joint) {
        float[] values = new float[(KEYS + 1) * 4];
        boolean moves = false;
        for (int k = 0; k <= KEYS; k++) {
            Vec3 turn = motion.turn(joint, (double) (k % KEYS) / KEYS);
            double angle = turn.length();
            moves |= angle > 1e-9;
            Vec3 axis = turn.normalized().times(StrictMath.sin(angle / 2));
            Quaterniond rotation = new Quaterniond(axis.x(), axis.y(), axis.z(), StrictMath.cos(angle / 2));
            values[k * 4] = (float) rotation.x;
            values[k * 4 + 1] = (float) rotation.y;
            values[k * 4 + 2] = (float) rotation.z;
            values[k * 4 + 3] = (float) rotation.w;
        }
        return moves ? values : null;
    }

    private static AnimationChannel channel(int node, AnimationTarget target, float[] times, float[] values) {
        return new AnimationChannel(node, target, Interpolation.LINEAR, times, values);
    }
}
