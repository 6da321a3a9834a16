package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Quaterniond;
import org.joml.Vector3d;

/// How a model stands at one moment: each node's transform and morph weights.
///
/// @param locals one for each node of the model
/// @param morphWeights one array for each node; empty where nothing is morphed
public record Pose(List<Transform> locals, List<float[]> morphWeights) {

    public Pose {
        locals = List.copyOf(locals);
        morphWeights = List.copyOf(morphWeights);
        MeshChecks.requireLength("pose's morph weights", morphWeights.size(), locals.size());
    }

    /// As the model was made.
    public static Pose rest(Model model) {
        return new Pose(
                model.nodes().stream().map(Node::local).toList(),
                model.nodes().stream().map(Node::morphWeights).toList());
    }

    /// At a time of a movement; nodes that it does not name stay at rest.
    public static Pose of(Model model, Animation animation, double seconds) {
        List<Transform> locals = new ArrayList<>();
        List<float[]> weights = new ArrayList<>();
        for (Node node : model.nodes()) {
            locals.add(node.local());
            weights.add(node.morphWeights());
        }
        for (AnimationChannel channel : animation.channels()) {
            float[] value = channel.at(seconds);
            Transform local = locals.get(channel.node());
            switch (channel.target()) {
                case TRANSLATION ->
                    locals.set(channel.node(), local.withTranslation(new Vector3d(value[0], value[1], value[2])));
                case ROTATION ->
                    locals.set(
                            channel.node(),
                            local.withRotation(new Quaterniond(value[0], value[1], value[2], value[3])));
                case SCALE -> locals.set(channel.node(), local.withScale(new Vector3d(value[0], value[1], value[2])));
                case WEIGHTS -> weights.set(channel.node(), value);
            }
        }
        return new Pose(locals, weights);
    }

    /// The same pose with one node's transform changed.
    public Pose with(int node, Transform local) {
        List<Transform> others = new ArrayList<>(locals);
        others.set(node, requireNonNull(local, "local is null"));
        return new Pose(others, morphWeights);
    }

    /// From each node's own coordinates to the model's, whether it is shown or not.
    public List<Matrix4d> worldMatrices(Model model) {
        MeshChecks.requireLength("pose", locals.size(), model.nodes().size());
        List<Matrix4d> world = new ArrayList<>();
        for (int i = 0; i < locals.size(); i++) {
            world.add(new Matrix4d());
        }
        Deque<Integer> open = new ArrayDeque<>();
        for (int top : model.tops()) {
            world.set(top, locals.get(top).matrix());
            open.add(top);
        }
        while (!open.isEmpty()) {
            int parent = open.remove();
            for (int child : model.nodes().get(parent).children()) {
                world.set(child, locals.get(child).under(world.get(parent)));
                open.add(child);
            }
        }
        return world;
    }
}
