package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

/// A mesh of one material: what is drawn at once.
public record Part(Mesh mesh, Material material) {

    public Part {
        requireNonNull(mesh, "mesh is null");
        requireNonNull(material, "material is null");
    }
}
