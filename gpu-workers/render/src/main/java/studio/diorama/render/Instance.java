package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One object of a scene.
///
/// @param id its number in [Layer#INSTANCE], 1..65535, its own within the scene
/// @param classId its number in [Layer#SEMANTIC], 1..65535
/// @param parts its meshes, each with its material
/// @param pose world from the object's coordinates; scale and mirroring are fine
/// @param labels how it appears in the labels
public record Instance(int id, int classId, List<InstancePart> parts, PoseTrack pose, LabelMode labels) {

    /// The greatest id.
    public static final int MAX_ID = 65_535;

    public Instance {
        if (id < 1 || id > MAX_ID || classId < 1 || classId > MAX_ID) {
            throw new IllegalArgumentException(
                    "instance: id and class of 1..%d expected, got %d and %d".formatted(MAX_ID, id, classId));
        }
        parts = List.copyOf(parts);
        requireNonNull(pose, "pose is null");
        requireNonNull(labels, "labels is null");
    }
}
