package studio.diorama.geometry;

/// Which way surfaces face.
public final class Normals {

    private Normals() {}

    /// (triangles × 3) of length 1; (0, 0, 0) for a triangle without area.
    public static float[] ofFaces(Mesh mesh) {
        float[] normals = new float[mesh.triangles().length];
        double[] normal = new double[3];
        for (int t = 0; t < mesh.triangleCount(); t++) {
            cross(mesh, t, normal);
            double length = length(normal[0], normal[1], normal[2]);
            for (int axis = 0; axis < 3 && length > 0; axis++) {
                normals[t * 3 + axis] = (float) (normal[axis] / length);
            }
        }
        return normals;
    }

    /// The mesh with one normal for each place, the mean of the faces there weighted by their angles (Thürmer and
    /// Wüthrich,
    /// "Computing Vertex Normals from Polygonal Facets", 1998), so that seams of the texture stay unseen.
    public static Mesh smooth(Mesh mesh) {
        Weld weld = Weld.of(mesh);
        float[] faces = ofFaces(mesh);
        double[] sums = new double[weld.count() * 3];
        for (int corner = 0; corner < mesh.triangles().length; corner++) {
            double angle = angle(mesh, corner);
            int place = weld.place(mesh.triangles()[corner]) * 3;
            for (int axis = 0; axis < 3; axis++) {
                sums[place + axis] += angle * faces[corner / 3 * 3 + axis];
            }
        }
        float[] normals = new float[mesh.positions().length];
        for (int v = 0; v < mesh.vertexCount(); v++) {
            int place = weld.place(v) * 3;
            double length = length(sums[place], sums[place + 1], sums[place + 2]);
            if (length > 0) {
                for (int axis = 0; axis < 3; axis++) {
                    normals[v * 3 + axis] = (float) (sums[place + axis] / length);
                }
            } else {
                normals[v * 3 + 1] = 1;
            }
        }
        return mesh.toBuilder().normals(normals).build();
    }

    /// The mesh with three vertices of its own for each triangle, all facing as the triangle does.
    public static Mesh flat(Mesh mesh) {
        Mesh apart = Meshes.picked(mesh, mesh.triangles(), counted(mesh.triangles().length));
        float[] faces = ofFaces(mesh);
        float[] normals = new float[apart.positions().length];
        for (int i = 0; i < normals.length; i++) {
            normals[i] = faces[i / 9 * 3 + i % 3];
        }
        for (int i = 0; i < normals.length; i += 3) {
            if (normals[i] == 0 && normals[i + 1] == 0 && normals[i + 2] == 0) {
                normals[i + 1] = 1;
            }
        }
        return apart.toBuilder().normals(normals).build();
    }

    private static int[] counted(int length) {
        int[] numbers = new int[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /// The angle of a triangle at one of its corners, in radians.
    static double angle(Mesh mesh, int corner) {
        int[] triangles = mesh.triangles();
        float[] p = mesh.positions();
        int a = triangles[corner] * 3;
        int b = triangles[corner % 3 == 2 ? corner - 2 : corner + 1] * 3;
        int c = triangles[corner % 3 == 0 ? corner + 2 : corner - 1] * 3;
        double ux = (double) p[b] - p[a];
        double uy = (double) p[b + 1] - p[a + 1];
        double uz = (double) p[b + 2] - p[a + 2];
        double vx = (double) p[c] - p[a];
        double vy = (double) p[c + 1] - p[a + 1];
        double vz = (double) p[c + 2] - p[a + 2];
        double cross = length(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
        return StrictMath.atan2(cross, ux * vx + uy * vy + uz * vz);
    }

    private static void cross(Mesh mesh, int triangle, double[] to) {
        int[] triangles = mesh.triangles();
        float[] p = mesh.positions();
        int a = triangles[triangle * 3] * 3;
        int b = triangles[triangle * 3 + 1] * 3;
        int c = triangles[triangle * 3 + 2] * 3;
        double ux = (double) p[b] - p[a];
        double uy = (double) p[b + 1] - p[a + 1];
        double uz = (double) p[b + 2] - p[a + 2];
        double vx = (double) p[c] - p[a];
        double vy = (double) p[c + 1] - p[a + 1];
        double vz = (double) p[c + 2] - p[a + 2];
        to[0] = uy * vz - uz * vy;
        to[1] = uz * vx - ux * vz;
        to[2] = ux * vy - uy * vx;
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
