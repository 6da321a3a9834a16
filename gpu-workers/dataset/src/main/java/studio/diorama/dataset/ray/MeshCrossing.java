package studio.diorama.dataset.ray;

import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;

/// Whether the surfaces of two meshes cross: an edge of either goes through a triangle of the other. A mesh that lies
/// wholly inside another does not cross it, as furniture does not cross its room.
public final class MeshCrossing {

    private MeshCrossing() {}

    /// @param firstPose world from the first mesh
    /// @param secondPose world from the second mesh
    public static boolean cross(TriangleBvh first, Matrix4dc firstPose, TriangleBvh second, Matrix4dc secondPose) {
        Matrix4d secondFromFirst = secondPose.invertAffine(new Matrix4d()).mul(firstPose);
        return edgesMeet(first, secondFromFirst, second)
                || edgesMeet(second, secondFromFirst.invertAffine(new Matrix4d()), first);
    }

    private static boolean edgesMeet(TriangleBvh edges, Matrix4dc toOther, TriangleBvh other) {
        double[] positions = edges.positions();
        for (int triangle = 0; triangle < edges.size(); triangle++) {
            for (int corner = 0; corner < 3; corner++) {
                int from = edges.corner(triangle, corner);
                int to = edges.corner(triangle, (corner + 1) % 3);
                Vector3d start = point(positions, from, toOther);
                Vector3d along = point(positions, to, toOther).sub(start);
                if (other.nearest(new Ray(start, along), 0, 1, TriangleHit.Filter.ALL)
                        .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Vector3d point(double[] positions, int at, Matrix4dc matrix) {
        return matrix.transformPosition(new Vector3d(positions[at], positions[at + 1], positions[at + 2]));
    }
}
