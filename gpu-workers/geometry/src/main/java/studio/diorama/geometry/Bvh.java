package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.joml.Vector3d;
import org.joml.Vector3dc;

/// Finds triangles by ray or by nearness: a tree of boxes in flat arrays.
///
/// Boxes are the float bounds of float corners, hence exact; everything else is computed in double precision. Of hits
/// at the
/// same distance the triangle with the lower number wins, so answers do not depend on the tree. Safe for many
/// threads.
public final class Bvh {

    /// Six numbers a node: least x, y, z, greatest x, y, z.
    final float[] boxes;

    /// Of a leaf: where its triangles begin in `order`. Of an inner node: its second child; the first is the next
    /// node.
    final int[] links;

    /// Triangles of a leaf; 0 for an inner node.
    final int[] counts;

    /// Triangle numbers, leaf after leaf.
    final int[] order;

    final float[] positions;
    final int[] triangles;

    Bvh(float[] boxes, int[] links, int[] counts, int[] order, Mesh mesh) {
        this.boxes = boxes;
        this.links = links;
        this.counts = counts;
        this.order = order;
        positions = mesh.positions();
        triangles = mesh.triangles();
    }

    /// Sorts the triangles of a mesh, in O(n log n).
    public static Bvh of(Mesh mesh) {
        return new BvhBuilder(requireNonNull(mesh, "mesh is null")).build();
    }

    /// The first triangle that the ray meets, from either side.
    public Optional<RayHit> closest(Ray ray) {
        return new RaySearch(this, ray).closest();
    }

    /// Whether the ray meets any triangle; cheaper than to ask for the first.
    public boolean anyHit(Ray ray) {
        return new RaySearch(this, ray).any();
    }

    /// The point of the mesh that is nearest to `point`; empty only for a mesh without triangles.
    public Optional<SurfacePoint> nearest(Vector3dc point) {
        return nearest(point, Double.POSITIVE_INFINITY);
    }

    /// The nearest point of the mesh, if it is at most `reach` metres away.
    public Optional<SurfacePoint> nearest(Vector3dc point, double reach) {
        return new NearestSearch(this, point).within(reach);
    }

    /// The box of all triangles.
    public Bounds bounds() {
        return counts.length == 0
                ? Bounds.EMPTY
                : new Bounds(new Vector3d(boxes[0], boxes[1], boxes[2]), new Vector3d(boxes[3], boxes[4], boxes[5]));
    }

    /// Corner 0 to 2 of a triangle, along axis 0 to 2.
    double corner(int triangle, int corner, int axis) {
        return positions[triangles[triangle * 3 + corner] * 3 + axis];
    }
}
