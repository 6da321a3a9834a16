package studio.diorama.geometry;

import java.util.Arrays;
import org.joml.Vector3d;

/// Which way the texture runs over a surface, as normal maps want to know.
///
/// After Mikkelsen, "Simulation of Wrinkled Surfaces Revisited" (2008): each corner's tangent is its triangle's
/// direction of
/// growing u, laid into the plane of the vertex normal; vertices alike in position, normal, texture coordinates and
/// handedness share the sum weighted by angle. A vertex between mirrored halves of a texture is split in two.
public final class Tangents {

    private Tangents() {}

    /// The mesh with tangents; it may have more vertices than before.
    ///
    /// @throws IllegalArgumentException without normals or texture coordinates
    public static Mesh of(Mesh mesh) {
        if (mesh.normals().isEmpty() || mesh.texcoords().isEmpty()) {
            throw new IllegalArgumentException(
                    "normals and texture coordinates expected for tangents, got a mesh without");
        }
        Mesh split = splitMirrored(mesh);
        boolean[] mirrored = mirrored(split);
        Weld weld = Weld.of(rows(split, mirrored), 9);
        Vector3d[] sums = new Vector3d[weld.count()];
        Arrays.setAll(sums, i -> new Vector3d());
        Vector3d tangent = new Vector3d();
        for (int corner = 0; corner < split.triangles().length; corner++) {
            int vertex = split.triangles()[corner];
            if (alongU(split, corner / 3, tangent) != 0 && flatten(split, vertex, tangent)) {
                sums[weld.place(vertex)].fma(Normals.angle(split, corner), tangent);
            }
        }
        float[] tangents = new float[split.vertexCount() * 4];
        for (int v = 0; v < split.vertexCount(); v++) {
            tangent.set(sums[weld.place(v)]);
            if (!flatten(split, v, tangent)) {
                anyTangent(split, v, tangent);
            }
            tangents[v * 4] = (float) tangent.x;
            tangents[v * 4 + 1] = (float) tangent.y;
            tangents[v * 4 + 2] = (float) tangent.z;
            tangents[v * 4 + 3] = mirrored[v] ? -1 : 1;
        }
        return split.toBuilder().tangents(tangents).build();
    }

    /// Position, normal, texture coordinates and handedness of each vertex.
    private static float[] rows(Mesh mesh, boolean[] mirrored) {
        float[] normals = mesh.normals().orElseThrow();
        float[] texcoords = mesh.texcoords().orElseThrow();
        float[] rows = new float[mesh.vertexCount() * 9];
        for (int v = 0; v < mesh.vertexCount(); v++) {
            System.arraycopy(mesh.positions(), v * 3, rows, v * 9, 3);
            System.arraycopy(normals, v * 3, rows, v * 9 + 3, 3);
            System.arraycopy(texcoords, v * 2, rows, v * 9 + 6, 2);
            rows[v * 9 + 8] = mirrored[v] ? -1 : 1;
        }
        return rows;
    }

    private static boolean[] mirrored(Mesh mesh) {
        boolean[] mirrored = new boolean[mesh.vertexCount()];
        Vector3d unused = new Vector3d();
        for (int corner = 0; corner < mesh.triangles().length; corner++) {
            mirrored[mesh.triangles()[corner]] |= alongU(mesh, corner / 3, unused) < 0;
        }
        return mirrored;
    }

    /// Gives each vertex that triangles of both handednesses use a second self.
    private static Mesh splitMirrored(Mesh mesh) {
        int[] triangles = mesh.triangles().clone();
        boolean[] straight = new boolean[mesh.vertexCount()];
        Vector3d unused = new Vector3d();
        double[] handedness = new double[mesh.triangleCount()];
        for (int t = 0; t < handedness.length; t++) {
            handedness[t] = alongU(mesh, t, unused);
            for (int k = 0; k < 3; k++) {
                straight[triangles[t * 3 + k]] |= handedness[t] > 0;
            }
        }
        int[] sources = Arrays.copyOf(counted(mesh.vertexCount()), mesh.vertexCount() * 2);
        int[] second = new int[mesh.vertexCount()];
        int count = mesh.vertexCount();
        for (int corner = 0; corner < triangles.length; corner++) {
            int vertex = triangles[corner];
            if (handedness[corner / 3] < 0 && straight[vertex]) {
                if (second[vertex] == 0) {
                    sources[count] = vertex;
                    second[vertex] = count++;
                }
                triangles[corner] = second[vertex];
            }
        }
        return count == mesh.vertexCount() ? mesh : Meshes.picked(mesh, Arrays.copyOf(sources, count), triangles);
    }

    private static int[] counted(int length) {
        int[] numbers = new int[length];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    /// Writes a triangle's direction of growing u.
    ///
    /// @return 1, -1 where the texture is mirrored, 0 where it has no area
    private static int alongU(Mesh mesh, int triangle, Vector3d to) {
        float[] uv = mesh.texcoords().orElseThrow();
        float[] p = mesh.positions();
        int a = mesh.triangles()[triangle * 3];
        int b = mesh.triangles()[triangle * 3 + 1];
        int c = mesh.triangles()[triangle * 3 + 2];
        double du1 = (double) uv[b * 2] - uv[a * 2];
        double dv1 = (double) uv[b * 2 + 1] - uv[a * 2 + 1];
        double du2 = (double) uv[c * 2] - uv[a * 2];
        double dv2 = (double) uv[c * 2 + 1] - uv[a * 2 + 1];
        // glTF counts v downwards while bitangents point up the texture, hence the sign.
        int sign = (int) -Math.signum(du1 * dv2 - du2 * dv1);
        for (int axis = 0; axis < 3; axis++) {
            double one = (double) p[b * 3 + axis] - p[a * 3 + axis];
            double other = (double) p[c * 3 + axis] - p[a * 3 + axis];
            to.setComponent(axis, -sign * (dv2 * one - dv1 * other));
        }
        return sign;
    }

    /// Lays a direction into the plane of a vertex's normal, at length 1; false where nothing is left of it.
    private static boolean flatten(Mesh mesh, int vertex, Vector3d direction) {
        float[] n = mesh.normals().orElseThrow();
        double along = direction.x * n[vertex * 3] + direction.y * n[vertex * 3 + 1] + direction.z * n[vertex * 3 + 2];
        double before = direction.length();
        direction.sub(along * n[vertex * 3], along * n[vertex * 3 + 1], along * n[vertex * 3 + 2]);
        double length = direction.length();
        if (!(length > before * 1e-9) || length == 0) {
            return false;
        }
        direction.div(length);
        return true;
    }

    private static void anyTangent(Mesh mesh, int vertex, Vector3d to) {
        float[] n = mesh.normals().orElseThrow();
        Vector3d normal = new Vector3d(n[vertex * 3], n[vertex * 3 + 1], n[vertex * 3 + 2]);
        Vector3d axis = Math.abs(normal.x) < 0.9 ? new Vector3d(1, 0, 0) : new Vector3d(0, 0, 1);
        axis.cross(normal, to);
        if (to.lengthSquared() > 0) {
            to.normalize();
        } else {
            to.set(1, 0, 0);
        }
    }
}
