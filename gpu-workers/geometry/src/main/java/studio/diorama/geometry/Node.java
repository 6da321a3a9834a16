package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/// One place in a model: what stands there, and what hangs from it.
///
/// @param name for people and animations; may be empty
/// @param local where it stands within its parent, at rest
/// @param children numbers of the model's nodes
/// @param parts what is drawn here
/// @param skin number of the model's skin that bends the parts
/// @param morphWeights how far each morph target of the parts is applied at rest; empty for not at all
public record Node(
        String name,
        Transform local,
        List<Integer> children,
        List<Part> parts,
        OptionalInt skin,
        float[] morphWeights) {

    public Node {
        requireNonNull(name, "name is null");
        requireNonNull(local, "local is null");
        children = List.copyOf(children);
        parts = List.copyOf(parts);
        requireNonNull(skin, "skin is null");
        requireNonNull(morphWeights, "morphWeights is null");
        MeshChecks.requireFinite("morph weights", morphWeights);
    }

    /// A node that only holds others.
    public static Node group(String name, Transform local, List<Integer> children) {
        return new Node(name, local, children, List.of(), OptionalInt.empty(), new float[0]);
    }

    /// A node that only shows parts.
    public static Node of(String name, Transform local, List<Part> parts) {
        return new Node(name, local, List.of(), parts, OptionalInt.empty(), new float[0]);
    }

    public Node withChildren(List<Integer> others) {
        return new Node(name, local, others, parts, skin, morphWeights);
    }

    public Node withParts(List<Part> others) {
        return new Node(name, local, children, others, skin, morphWeights);
    }

    public Node withLocal(Transform other) {
        return new Node(name, other, children, parts, skin, morphWeights);
    }

    public Node withSkin(int number) {
        return new Node(name, local, children, parts, OptionalInt.of(number), morphWeights);
    }
}
