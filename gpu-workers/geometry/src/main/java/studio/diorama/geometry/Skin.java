package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;

/// The joints that bend a mesh.
///
/// @param name for people; may be empty
/// @param joints numbers of the model's nodes, in the order that the meshes count them
/// @param inverseBind for each joint: from the mesh's coordinates to the joint's own, at the pose it was bound in
public record Skin(String name, List<Integer> joints, List<Matrix4dc> inverseBind) {

    public Skin {
        requireNonNull(name, "name is null");
        joints = List.copyOf(joints);
        inverseBind = inverseBind.stream()
                .<Matrix4dc>map(matrix -> new Matrix4d(matrix))
                .toList();
        if (joints.isEmpty() || joints.size() != inverseBind.size()) {
            throw new IllegalArgumentException("one or more joints with a matrix each expected, got %d and %d"
                    .formatted(joints.size(), inverseBind.size()));
        }
        if (!inverseBind.stream().allMatch(Matrix4dc::isFinite)) {
            throw new IllegalArgumentException("finite inverse bind matrices expected, got others");
        }
    }
}
