package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/// A number at each point of a regular grid, such as a signed distance.
///
/// @param sizeX points along x, at least 2
/// @param sizeY points along y, at least 2
/// @param sizeZ points along z, at least 2
/// @param origin where point (0, 0, 0) stands, in metres
/// @param spacing metres between neighbours
/// @param values (sizeZ × sizeY × sizeX), x changing fastest; not NaN
public record ScalarGrid(int sizeX, int sizeY, int sizeZ, Vector3dc origin, double spacing, float[] values) {

    /// The value of a field at a place, in metres.
    @FunctionalInterface
    public interface Field {
        double at(double x, double y, double z);
    }

    public ScalarGrid {
        origin = new Vector3d(requireNonNull(origin, "origin is null"));
        if (Math.min(sizeX, Math.min(sizeY, sizeZ)) < 2 || !(spacing > 0) || !Double.isFinite(spacing)) {
            throw new IllegalArgumentException(
                    "at least 2 points a side and a spacing above 0 expected, got %d × %d × %d, %s"
                            .formatted(sizeX, sizeY, sizeZ, spacing));
        }
        int count = Math.multiplyExact(Math.multiplyExact(sizeX, sizeY), sizeZ);
        MeshChecks.requireLength("grid values", values.length, count);
        for (float value : values) {
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException("numbers expected in the grid, got NaN");
            }
        }
    }

    /// Asks a field at each point.
    public static ScalarGrid of(Bounds box, double spacing, Field field) {
        Vector3d size = box.size();
        int x = points(size.x, spacing);
        int y = points(size.y, spacing);
        int z = points(size.z, spacing);
        float[] values = new float[Math.multiplyExact(Math.multiplyExact(x, y), z)];
        int at = 0;
        for (int k = 0; k < z; k++) {
            for (int j = 0; j < y; j++) {
                for (int i = 0; i < x; i++) {
                    values[at++] = (float) field.at(
                            box.min().x() + i * spacing,
                            box.min().y() + j * spacing,
                            box.min().z() + k * spacing);
                }
            }
        }
        return new ScalarGrid(x, y, z, box.min(), spacing, values);
    }

    private static int points(double length, double spacing) {
        return Math.max(2, Math.toIntExact((long) Math.ceil(length / spacing - 1e-9)) + 1);
    }
}
