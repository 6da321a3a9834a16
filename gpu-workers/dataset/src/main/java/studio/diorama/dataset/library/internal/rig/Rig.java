package studio.diorama.dataset.library.internal.rig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.library.internal.shape.MeshAssembly.Weights;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// The joints of a creature at rest, the bones that carry its skin, and the movements that it knows.
public final class Rig {

    /// A joint.
    ///
    /// @param name unique
    /// @param parent number of the joint that it hangs from, -1 for the first
    /// @param at where it is at rest, in the object's space
    public record Joint(String name, int parent, Vec3 at) {}

    /// A line of flesh about a bone.
    ///
    /// @param joint the joint that turns it
    /// @param from one end at rest
    /// @param to the other end
    /// @param radius how thick the body is there; distances are measured in it
    public record Bone(int joint, Vec3 from, Vec3 to, double radius) {}

    /// How fast a bone's hold on the skin falls off with distance.
    private static final int FALL_OFF = 7;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Joint> joints = new ArrayList<>();
    private final List<Bone> bones = new ArrayList<>();
    private final List<Clip> clips = new ArrayList<>();

    /// Adds a joint that hangs from another, or from nothing where `parent` is empty.
    public Rig joint(String name, String parent, double x, double y, double z) {
        numbers.put(name, joints.size());
        joints.add(new Joint(name, parent.isEmpty() ? -1 : number(parent), new Vec3(x, y, z)));
        return this;
    }

    /// Adds a bone from a joint to a point.
    public Rig bone(String joint, Vec3 to, double radius) {
        int number = number(joint);
        bones.add(new Bone(number, joints.get(number).at, to, radius));
        return this;
    }

    /// Adds a bone from a joint to where another joint is.
    public Rig bone(String joint, String to, double radius) {
        return bone(joint, at(to), radius);
    }

    /// Adds a movement.
    public Rig clip(Clip clip) {
        clips.add(clip);
        return this;
    }

    /// A joint's number.
    public int number(String joint) {
        Integer number = numbers.get(joint);
        if (number == null) {
            throw new IllegalArgumentException(
                    "one of the joints %s expected, got '%s'".formatted(numbers.keySet(), joint));
        }
        return number;
    }

    /// Where a joint is at rest.
    public Vec3 at(String joint) {
        return joints.get(number(joint)).at;
    }

    /// All joints, parents before children.
    public List<Joint> joints() {
        return joints;
    }

    /// All movements.
    public List<Clip> clips() {
        return clips;
    }

    /// How the joints share a point of the skin, by its distance from their bones.
    public Weights weights(Vec3 point) {
        double[] hold = new double[joints.size()];
        for (Bone bone : bones) {
            Vec3 axis = bone.to.minus(bone.from);
            double square = axis.dot(axis);
            double t = square == 0 ? 0 : Math.clamp(point.minus(bone.from).dot(axis) / square, 0, 1);
            double distance = Math.max(point.distance(bone.from.lerp(bone.to, t)) / bone.radius, 0.05);
            double strength = 1;
            for (int i = 0; i < FALL_OFF; i++) {
                strength /= distance;
            }
            hold[bone.joint] = Math.max(hold[bone.joint], strength);
        }
        return strongest(hold);
    }

    /// A point that one joint alone carries.
    public Weights rigid(String joint) {
        return new Weights(new int[] {number(joint), 0, 0, 0}, new float[] {1, 0, 0, 0});
    }

    private static Weights strongest(double[] hold) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < hold.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> -hold[i]).thenComparing(i -> i));
        int[] numbers = new int[4];
        float[] shares = new float[4];
        double total = 0;
        for (int k = 0; k < Math.min(4, hold.length); k++) {
            total += hold[order.get(k)];
        }
        float rest = 1;
        for (int k = 1; k < Math.min(4, hold.length); k++) {
            numbers[k] = order.get(k);
            shares[k] = (float) (hold[order.get(k)] / total);
            rest -= shares[k];
        }
        numbers[0] = order.getFirst();
        shares[0] = rest;
        return new Weights(numbers, shares);
    }
}
