package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import studio.diorama.geometry.Mesh;

/// One normal a triangle, packed into 32 bits: which triangles may share their light is decided by it.
///
/// Three signed bytes are plenty, for the question is only whether two triangles face about the same way.
final class FaceNormals {

    private FaceNormals() {}

    static void pack(Mesh mesh, ByteBuffer to) {
        float[] p = mesh.positions();
        int[] triangles = mesh.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            int a = triangles[t] * 3;
            int b = triangles[t + 1] * 3;
            int c = triangles[t + 2] * 3;
            double ux = p[b] - p[a];
            double uy = p[b + 1] - p[a + 1];
            double uz = p[b + 2] - p[a + 2];
            double vx = p[c] - p[a];
            double vy = p[c + 1] - p[a + 1];
            double vz = p[c + 2] - p[a + 2];
            double x = uy * vz - uz * vy;
            double y = uz * vx - ux * vz;
            double z = ux * vy - uy * vx;
            double length = Math.sqrt(x * x + y * y + z * z);
            double scale = length > 0 ? 127 / length : 0;
            to.put((byte) Math.round(x * scale));
            to.put((byte) Math.round(y * scale));
            to.put((byte) Math.round(z * scale));
            to.put((byte) 0);
        }
    }
}
