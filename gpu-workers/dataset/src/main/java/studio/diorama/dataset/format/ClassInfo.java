package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/// A class of the dataset.
///
/// @param id from 1 to 65535; 0 is void
/// @param name unique in the dataset
/// @param kind thing or stuff
/// @param parent name of the class (or super-category) that it is a kind of; empty if none
/// @param colour 0xRRGGBB, for pictures of labels
/// @param names other names of it by the key of a format ([LabelFormat#key]), such as `kitti` to `Car`
/// @param keypoints its named points, if it has any
public record ClassInfo(
        int id,
        String name,
        ClassKind kind,
        String parent,
        int colour,
        Map<String, String> names,
        Optional<KeypointSchema> keypoints) {

    public ClassInfo {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(parent, "parent is null");
        names = Map.copyOf(requireNonNull(names, "names is null"));
        requireNonNull(keypoints, "keypoints is null");
        if (id < 1 || id > 65_535) {
            throw new IllegalArgumentException("a class id is 1 to 65535 (0 is void), got %d".formatted(id));
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("class %d needs a name".formatted(id));
        }
        if (colour < 0 || colour > 0xFFFFFF) {
            throw new IllegalArgumentException("a colour is 0xRRGGBB, got %x".formatted(colour));
        }
    }

    /// A class with neither parent, other names nor keypoints.
    public static ClassInfo of(int id, String name, ClassKind kind, int colour) {
        return new ClassInfo(id, name, kind, "", colour, Map.of(), Optional.empty());
    }

    /// What the class is called in a format.
    public String nameIn(LabelFormat format) {
        return names.getOrDefault(format.key(), name);
    }
}
