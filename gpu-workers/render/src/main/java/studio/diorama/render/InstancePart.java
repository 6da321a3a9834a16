package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.PosedPart;

/// One mesh of an object. The renderer keeps meshes and textures by their identity, so use the same objects in many
/// frames.
///
/// @param mesh at rest
/// @param material its surface
/// @param rest from the mesh's coordinates to the object's, at rest: what [Layer#OBJCOORD] tells
/// @param pose from the mesh's coordinates to the object's, in motion
/// @param bent the mesh in motion, where joints or morph targets bend it
public record InstancePart(Mesh mesh, Material material, Matrix4dc rest, PoseTrack pose, Optional<BentMesh> bent) {

    public InstancePart {
        requireNonNull(mesh, "mesh is null");
        requireNonNull(material, "material is null");
        rest = new Matrix4d(requireNonNull(rest, "rest is null"));
        requireNonNull(pose, "pose is null");
        requireNonNull(bent, "bent is null");
        if (bent.isPresent() && bent.get().now().vertexCount() != mesh.vertexCount()) {
            throw new IllegalArgumentException("bent mesh: the %d vertices of the mesh at rest expected, got %d"
                    .formatted(mesh.vertexCount(), bent.get().now().vertexCount()));
        }
    }

    /// A part whose mesh is in the object's own coordinates.
    public static InstancePart of(Part part) {
        Matrix4dc here = new Matrix4d();
        return new InstancePart(part.mesh(), part.material(), here, PoseTrack.still(here), Optional.empty());
    }

    /// A part that does not move within its object.
    public static InstancePart still(PosedPart part) {
        return of(part, part, part, part);
    }

    /// A part that moves within its object: the same part of one model in four poses.
    public static InstancePart of(PosedPart rest, PosedPart before, PosedPart now, PosedPart after) {
        boolean bends = before.isDeformed() || now.isDeformed() || after.isDeformed();
        Optional<BentMesh> bent =
                bends ? Optional.of(new BentMesh(before.mesh(), now.mesh(), after.mesh())) : Optional.empty();
        return new InstancePart(
                rest.mesh(),
                now.material(),
                rest.world(),
                new PoseTrack(before.world(), now.world(), after.world()),
                bent);
    }

    public InstancePart withMaterial(Material other) {
        return new InstancePart(mesh, other, rest, pose, bent);
    }
}
