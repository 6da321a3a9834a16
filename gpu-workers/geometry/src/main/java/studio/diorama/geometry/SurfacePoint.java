package studio.diorama.geometry;

import org.joml.Vector3dc;

/// A place on a mesh.
///
/// @param triangle its number in the mesh
/// @param point metres
/// @param distance metres from the point that was asked for
/// @param second weight of the triangle's second corner
/// @param third weight of its third corner
public record SurfacePoint(int triangle, Vector3dc point, double distance, double second, double third) {

    /// Weight of the first corner.
    public double first() {
        return 1 - second - third;
    }
}
