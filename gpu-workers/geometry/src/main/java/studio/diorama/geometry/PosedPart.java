package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4d;
import org.joml.Matrix4dc;

/// A part where it stands: what a renderer draws.
///
/// @param node number of the node that it hangs from
/// @param index its place among the node's parts
/// @param part as the model has it
/// @param world from the mesh's coordinates to the model's
/// @param mesh bent by joints and morph targets, vertex for vertex; the part's own mesh where nothing bends it
public record PosedPart(int node, int index, Part part, Matrix4dc world, Mesh mesh) {

    public PosedPart {
        requireNonNull(part, "part is null");
        requireNonNull(mesh, "mesh is null");
        world = new Matrix4d(requireNonNull(world, "world is null"));
        MeshChecks.requireLength(
                "posed positions", mesh.positions().length, part.mesh().positions().length);
    }

    public Material material() {
        return part.material();
    }

    /// Whether the mesh has been bent away from the part's own.
    public boolean isDeformed() {
        return mesh != part.mesh();
    }

    /// The box in the model's coordinates, of the vertices themselves.
    public Bounds bounds() {
        return Meshes.bounds(mesh, world);
    }
}
