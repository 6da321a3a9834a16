package studio.diorama.geometry;

/// Where a ray meets a triangle.
///
/// @param triangle its number in the mesh
/// @param along how far, in lengths of the ray's direction
/// @param second weight of the triangle's second corner
/// @param third weight of its third corner
public record RayHit(int triangle, double along, double second, double third) {

    /// Weight of the first corner.
    public double first() {
        return 1 - second - third;
    }
}
