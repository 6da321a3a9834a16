package studio.diorama.render;

import studio.diorama.geometry.Mesh;

/// Meshes whose pictures can be worked out by hand.
final class TestMeshes {

    private TestMeshes() {}

    /// A cube of side 2 about the origin, each face with vertices and texture coordinates of its own.
    static Mesh cube() {
        float[] positions = new float[24 * 3];
        float[] normals = new float[24 * 3];
        float[] uv = new float[24 * 2];
        int[] triangles = new int[36];
        for (int face = 0; face < 6; face++) {
            int axis = face / 2;
            float sign = face % 2 == 0 ? 1 : -1;
            for (int corner = 0; corner < 4; corner++) {
                float a = corner == 1 || corner == 2 ? 1 : -1;
                float b = corner >= 2 ? 1 : -1;
                int at = (face * 4 + corner) * 3;
                positions[at + axis] = sign;
                positions[at + (axis + 1) % 3] = a * sign;
                positions[at + (axis + 2) % 3] = b;
                normals[at + axis] = sign;
                uv[(face * 4 + corner) * 2] = 0.5f + 0.5f * a;
                uv[(face * 4 + corner) * 2 + 1] = 0.5f - 0.5f * b;
            }
            int[] quad = {0, 1, 2, 0, 2, 3};
            for (int i = 0; i < 6; i++) {
                triangles[face * 6 + i] = face * 4 + quad[i];
            }
        }
        return Mesh.builder(positions, triangles).normals(normals).texcoords(uv).build();
    }

    /// A sphere of radius 1 about the origin.
    static Mesh sphere(int columns, int rows) {
        int stride = columns + 1;
        float[] positions = new float[stride * (rows + 1) * 3];
        float[] uv = new float[stride * (rows + 1) * 2];
        for (int row = 0; row <= rows; row++) {
            double polar = Math.PI * row / rows;
            for (int column = 0; column <= columns; column++) {
                double longitude = 2 * Math.PI * column / columns;
                int at = row * stride + column;
                positions[at * 3] = (float) (Math.sin(polar) * Math.sin(longitude));
                positions[at * 3 + 1] = (float) Math.cos(polar);
                positions[at * 3 + 2] = (float) (Math.sin(polar) * Math.cos(longitude));
                uv[at * 2] = (float) column / columns;
                uv[at * 2 + 1] = (float) row / rows;
            }
        }
        int[] triangles = new int[columns * rows * 6];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int a = row * stride + column;
                int[] quad = {a, a + stride, a + stride + 1, a, a + stride + 1, a + 1};
                System.arraycopy(quad, 0, triangles, (row * columns + column) * 6, 6);
            }
        }
        return Mesh.builder(positions, triangles)
                .normals(positions.clone())
                .texcoords(uv)
                .build();
    }

    /// A square of side 2 in the plane z = 0 that faces +z; texture coordinates run from its top left.
    static Mesh square() {
        return Mesh.builder(new float[] {-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0}, new int[] {0, 1, 2, 0, 2, 3})
                .normals(new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1})
                .texcoords(new float[] {0, 1, 1, 1, 1, 0, 0, 0})
                .build();
    }
}
