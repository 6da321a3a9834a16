package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.joml.Matrix4d;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A thing made of parts that may move: a tree of nodes, the skins that bend parts, the movements it knows.
///
/// Every number of a node or a skin is in range, no node hangs from two others or from itself, and each mesh counts
/// only
/// joints that its skin has.
///
/// @param name for people; may be empty
/// @param nodes all of them
/// @param roots numbers of the nodes that are shown, with all that hangs from them
/// @param skins what bends parts
/// @param animations what it can do
public record Model(String name, List<Node> nodes, List<Integer> roots, List<Skin> skins, List<Animation> animations) {

    public Model {
        requireNonNull(name, "name is null");
        nodes = List.copyOf(nodes);
        roots = List.copyOf(roots);
        skins = List.copyOf(skins);
        animations = List.copyOf(animations);
        requireTree(nodes, roots);
        for (Skin skin : skins) {
            for (int joint : skin.joints()) {
                requireNumber("joint", joint, nodes.size());
            }
        }
        for (Node node : nodes) {
            requireSkin(node, skins);
        }
        for (Animation animation : animations) {
            for (AnimationChannel channel : animation.channels()) {
                requireNumber("animated node", channel.node(), nodes.size());
            }
        }
    }

    private static void requireTree(List<Node> nodes, List<Integer> roots) {
        boolean[] hangs = hanging(nodes);
        boolean[] seen = new boolean[nodes.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (!hangs[i]) {
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int node = open.remove();
            seen[node] = true;
            open.addAll(nodes.get(node).children());
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (!seen[i]) {
                throw new IllegalArgumentException("node %d hangs from itself".formatted(i));
            }
        }
        boolean[] shown = new boolean[nodes.size()];
        for (int root : roots) {
            requireNumber("root", root, nodes.size());
            if (hangs[root] || shown[root]) {
                throw new IllegalArgumentException(
                        "roots that hang from nothing and are named once expected, got node %d".formatted(root));
            }
            shown[root] = true;
        }
    }

    private static boolean[] hanging(List<Node> nodes) {
        boolean[] hangs = new boolean[nodes.size()];
        for (Node node : nodes) {
            for (int child : node.children()) {
                requireNumber("child", child, nodes.size());
                if (hangs[child]) {
                    throw new IllegalArgumentException("node %d hangs from two nodes".formatted(child));
                }
                hangs[child] = true;
            }
        }
        return hangs;
    }

    private static void requireSkin(Node node, List<Skin> skins) {
        if (node.skin().isEmpty()) {
            return;
        }
        requireNumber("skin", node.skin().getAsInt(), skins.size());
        int jointCount = skins.get(node.skin().getAsInt()).joints().size();
        for (Part part : node.parts()) {
            part.mesh()
                    .joints()
                    .ifPresent(
                            joints -> MeshChecks.requireIndices("joints of '" + node.name() + "'", joints, jointCount));
        }
    }

    private static void requireNumber(String what, int number, int limit) {
        if (number < 0 || number >= limit) {
            throw new IllegalArgumentException("%s from 0 to below %d expected, got %d".formatted(what, limit, number));
        }
    }

    /// A model of parts that stand where their coordinates say.
    public static Model of(String name, List<Part> parts) {
        return new Model(name, List.of(Node.of(name, Transform.IDENTITY, parts)), List.of(0), List.of(), List.of());
    }

    /// A model of one mesh.
    public static Model of(String name, Mesh mesh, Material material) {
        return of(name, List.of(new Part(mesh, material)));
    }

    /// The first movement of that name.
    public Optional<Animation> animation(String clip) {
        return animations.stream()
                .filter(animation -> animation.name().equals(clip))
                .findFirst();
    }

    /// The number of the first node of that name.
    public OptionalInt node(String nodeName) {
        return IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).name().equals(nodeName))
                .findFirst();
    }

    /// Every part at rest.
    public List<PosedPart> flatten() {
        return flatten(Pose.rest(this));
    }

    /// Every part as a movement has it at a time.
    ///
    /// @param clip name of one of the animations
    /// @param seconds from the movement's start; held at its ends
    /// @throws IllegalArgumentException if the model does not know that movement
    public List<PosedPart> posed(String clip, double seconds) {
        Animation animation = animation(clip)
                .orElseThrow(() -> new IllegalArgumentException("one of the movements %s expected, got '%s'"
                        .formatted(animations.stream().map(Animation::name).toList(), clip)));
        return flatten(Pose.of(this, animation, seconds));
    }

    /// Every part that hangs from a root, where the pose has it, in the order of the tree.
    ///
    /// @throws DioramaException if the pose throws a vertex out to infinity
    public List<PosedPart> flatten(Pose pose) {
        List<Matrix4d> world = pose.worldMatrices(this);
        List<PosedPart> result = new ArrayList<>();
        for (int number : shown()) {
            Node node = nodes.get(number);
            List<Matrix4d> joints =
                    node.skin().isPresent() ? jointMatrices(node.skin().getAsInt(), world) : List.of();
            for (int i = 0; i < node.parts().size(); i++) {
                Part part = node.parts().get(i);
                boolean skinned = !joints.isEmpty() && part.mesh().isSkinned();
                // Joints carry a skinned mesh straight to the model: its own node's place does not count.
                result.add(new PosedPart(
                        number,
                        i,
                        part,
                        skinned ? new Matrix4d() : world.get(number),
                        deformed(part, pose.morphWeights().get(number), skinned ? joints : List.of())));
            }
        }
        return result;
    }

    private Mesh deformed(Part part, float[] morphWeights, List<Matrix4d> joints) {
        try {
            Mesh mesh = Deformation.morphed(part.mesh(), morphWeights);
            return joints.isEmpty() ? mesh : Deformation.skinned(mesh, joints);
        } catch (IllegalArgumentException e) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "the pose takes '%s' beyond all numbers: %s".formatted(name, e.getMessage()),
                    e);
        }
    }

    /// Numbers of the nodes that hang from a root, parents before children.
    public List<Integer> shown() {
        List<Integer> result = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        roots.reversed().forEach(open::push);
        while (!open.isEmpty()) {
            int number = open.pop();
            result.add(number);
            nodes.get(number).children().reversed().forEach(open::push);
        }
        return result;
    }

    /// Numbers of the nodes that hang from nothing: the roots and those that are not shown.
    List<Integer> tops() {
        boolean[] hangs = hanging(nodes);
        return IntStream.range(0, nodes.size()).filter(i -> !hangs[i]).boxed().toList();
    }

    private List<Matrix4d> jointMatrices(int number, List<Matrix4d> world) {
        Skin skin = skins.get(number);
        return IntStream.range(0, skin.joints().size())
                .mapToObj(i ->
                        world.get(skin.joints().get(i)).mul(skin.inverseBind().get(i), new Matrix4d()))
                .toList();
    }

    /// The box of every part at rest.
    public Bounds bounds() {
        return flatten().stream().map(PosedPart::bounds).reduce(Bounds.EMPTY, Bounds::union);
    }

    /// Triangles of every part that is shown.
    public int triangleCount() {
        return shown().stream()
                .flatMap(number -> nodes.get(number).parts().stream())
                .mapToInt(part -> part.mesh().triangleCount())
                .sum();
    }
}
