package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import studio.diorama.geometry.Mesh;

/// A mesh bent by joints or morph targets, vertex for vertex the same as at rest.
///
/// @param before at t-1
/// @param now at t; its normals are the ones that are seen
/// @param after at t+1
public record BentMesh(Mesh before, Mesh now, Mesh after) {

    public BentMesh {
        requireNonNull(before, "before is null");
        requireNonNull(now, "now is null");
        requireNonNull(after, "after is null");
        if (before.vertexCount() != now.vertexCount() || after.vertexCount() != now.vertexCount()) {
            throw new IllegalArgumentException("bent mesh: as many vertices at each time expected, got %d, %d and %d"
                    .formatted(before.vertexCount(), now.vertexCount(), after.vertexCount()));
        }
    }
}
