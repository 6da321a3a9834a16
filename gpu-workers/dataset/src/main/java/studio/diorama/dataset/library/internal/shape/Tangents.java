package studio.diorama.dataset.library.internal.shape;

/// Tangents for normal maps: the direction of growing u at each vertex, at right angles to its normal.
final class Tangents {

    private Tangents() {}

    /// (vertices × 4): direction, and the sign with which `cross(normal, tangent)` points up in the texture.
    static float[] of(float[] positions, float[] normals, float[] texcoords, int[] triangles) {
        int count = positions.length / 3;
        Vec3[] along = new Vec3[count];
        Vec3[] up = new Vec3[count];
        for (int t = 0; t < triangles.length; t += 3) {
            int a = triangles[t];
            int b = triangles[t + 1];
            int c = triangles[t + 2];
            Vec3 edge1 = vector(positions, b).minus(vector(positions, a));
            Vec3 edge2 = vector(positions, c).minus(vector(positions, a));
            double u1 = texcoords[b * 2] - (double) texcoords[a * 2];
            double u2 = texcoords[c * 2] - (double) texcoords[a * 2];
            double v1 = texcoords[a * 2 + 1] - (double) texcoords[b * 2 + 1];
            double v2 = texcoords[a * 2 + 1] - (double) texcoords[c * 2 + 1];
            double determinant = u1 * v2 - u2 * v1;
            if (Math.abs(determinant) > 1e-18) {
                double scale = 1 / determinant;
                Vec3 tangent = edge1.times(v2 * scale).minus(edge2.times(v1 * scale));
                Vec3 bitangent = edge2.times(u1 * scale).minus(edge1.times(u2 * scale));
                for (int vertex : new int[] {a, b, c}) {
                    along[vertex] = along[vertex] == null ? tangent : along[vertex].plus(tangent);
                    up[vertex] = up[vertex] == null ? bitangent : up[vertex].plus(bitangent);
                }
            }
        }
        float[] tangents = new float[count * 4];
        for (int i = 0; i < count; i++) {
            Vec3 normal = vector(normals, i);
            Vec3 wanted = along[i] == null ? Vec3.ORIGIN : along[i];
            Vec3 tangent = wanted.minus(normal.times(wanted.dot(normal)));
            tangent = tangent.length() < 1e-9 ? normal.perpendicular() : tangent.normalized();
            tangents[i * 4] = (float) tangent.x();
            tangents[i * 4 + 1] = (float) tangent.y();
            tangents[i * 4 + 2] = (float) tangent.z();
            tangents[i * 4 + 3] = up[i] != null && normal.cross(tangent).dot(up[i]) < 0 ? -1 : 1;
        }
        return tangents;
    }

    private static Vec3 vector(float[] values, int i) {
        return new Vec3(values[i * 3], values[i * 3 + 1], values[i * 3 + 2]);
    }
}
