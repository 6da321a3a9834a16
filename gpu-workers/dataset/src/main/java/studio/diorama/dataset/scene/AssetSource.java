package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

/// Where a model comes from.
public sealed interface AssetSource {

    /// Made by code, by name.
    ///
    /// @param variant 0 is the usual one; others differ in proportions, colours and materials
    record Builtin(String name, long variant) implements AssetSource {

        public Builtin {
            requireNonNull(name, "name is null");
        }
    }

    /// A GLB or OBJ file.
    ///
    /// @param path inside the scene's folder, with forward slashes
    record File(String path) implements AssetSource {

        public File {
            requireNonNull(path, "path is null");
            if (path.isBlank() || path.startsWith("/") || path.contains("\\") || path.contains(":")) {
                throw new IllegalArgumentException("Expected a path inside the scene's folder, got '" + path + "'");
            }
            for (String part : path.split("/", -1)) {
                if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                    throw new IllegalArgumentException(
                            "Expected a path inside the scene's folder without '.' or '..', got '" + path + "'");
                }
            }
        }
    }

    /// A file of the studio, by its id.
    record Artifact(String id) implements AssetSource {

        public Artifact {
            requireNonNull(id, "id is null");
        }
    }
}
