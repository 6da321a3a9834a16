package studio.diorama.dataset.ray;

/// Where a ray meets a triangle.
///
/// @param triangle its number in the mesh
/// @param t the ray's parameter
/// @param u weight of the triangle's second corner
/// @param v weight of its third corner
/// @param front whether it is met from the side from which its corners turn counter-clockwise
public record TriangleHit(int triangle, double t, double u, double v, boolean front) {

    /// Decides whether a ray stops at a hit.
    @FunctionalInterface
    public interface Filter {

        /// Every triangle, from both sides.
        Filter ALL = hit -> true;

        boolean stops(TriangleHit hit);
    }
}
