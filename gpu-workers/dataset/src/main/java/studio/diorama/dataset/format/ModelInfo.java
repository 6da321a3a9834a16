package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// The shape of an asset at scale 1, for formats that estimate poses.
///
/// @param asset the name that [LabelledObject#asset] refers to
/// @param id from 1, unique; BOP's object id
/// @param minimum lowest x, y, z, metres, in the object's own axes
/// @param size extent along x, y, z, metres
/// @param diameter largest distance between two vertices, metres
/// @param discrete rigid motions other than the identity that map the object onto itself, metres
/// @param continuous axes about which any turn maps the object onto itself
/// @param mesh its triangles, if they are to be exported
public record ModelInfo(
        String asset,
        int id,
        Vector3 minimum,
        Vector3 size,
        double diameter,
        List<RigidPose> discrete,
        List<Axis> continuous,
        Optional<MeshSource> mesh) {

    /// A line through `offset` along `direction` (unit length), metres.
    public record Axis(Vector3 direction, Vector3 offset) {}

    /// Where triangles come from when they are needed; called once per export.
    @FunctionalInterface
    public interface MeshSource {
        ModelMesh load();
    }

    /// @param positions (vertices × 3) metres
    /// @param triangles (triangles × 3) vertex indices
    public record ModelMesh(float[] positions, int[] triangles) {}

    public ModelInfo {
        requireNonNull(asset, "asset is null");
        requireNonNull(minimum, "minimum is null");
        requireNonNull(size, "size is null");
        discrete = List.copyOf(requireNonNull(discrete, "discrete is null"));
        continuous = List.copyOf(requireNonNull(continuous, "continuous is null"));
        requireNonNull(mesh, "mesh is null");
        if (id < 1) {
            throw new IllegalArgumentException("a model id is at least 1, got %d".formatted(id));
        }
        if (!(diameter > 0)) {
            throw new IllegalArgumentException(
                    "the diameter of %s must be positive, got %s".formatted(asset, diameter));
        }
    }
}
