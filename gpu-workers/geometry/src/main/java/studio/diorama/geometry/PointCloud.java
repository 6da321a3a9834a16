package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// Points in space, with what is known at each.
///
/// @param positions (points × 3) metres
/// @param colours (points × 3) sRGB red, green, blue as unsigned bytes
/// @param normals (points × 3) of length 1
/// @param ids one number a point, such as the object that it lies on
public record PointCloud(float[] positions, Optional<byte[]> colours, Optional<float[]> normals, Optional<int[]> ids) {

    public PointCloud {
        requireNonNull(positions, "positions is null");
        MeshChecks.requireMultiple("point positions", positions.length, 3);
        MeshChecks.requireFinite("point positions", positions);
        int length = positions.length;
        colours.ifPresent(values -> MeshChecks.requireLength("point colours", values.length, length));
        normals.ifPresent(values -> {
            MeshChecks.requireLength("point normals", values.length, length);
            MeshChecks.requireFinite("point normals", values);
        });
        ids.ifPresent(values -> MeshChecks.requireLength("point ids", values.length, length / 3));
    }

    /// Points alone.
    public static PointCloud of(float[] positions) {
        return new PointCloud(positions, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public int size() {
        return positions.length / 3;
    }
}
