package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/// A word that labels use.
///
/// @param id from 1 to 65,535; 0 is void
/// @param kind whether its objects are counted
/// @param parent the name of a wider class
/// @param colour sRGB, 0xRRGGBB, for previews and colour-coded exports
/// @param names what other formats call it, such as `kitti` → `Car`
public record SceneClass(
        int id, String name, Kind kind, Optional<String> parent, int colour, Map<String, String> names) {

    public SceneClass {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(parent, "parent is null");
        names = Map.copyOf(names);
        if (id < 1 || id > 65_535) {
            throw new IllegalArgumentException("Expected a class id from 1 to 65535 (0 is void), got " + id);
        }
    }

    /// Whether objects of a class are told apart.
    public enum Kind {
        /// Countable: mugs, cars.
        THING,
        /// Not counted: floor, sky.
        STUFF
    }
}
