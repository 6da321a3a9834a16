package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.geometry.Mesh;

/// Collects triangles of one material from many surfaces and hands them over as a mesh with normals, tangents and
/// texture coordinates (u right, v down, in metres) and, if any surface is bent by joints, their weights.
public final class MeshAssembly {

    /// Which joints carry a point, and how much: four joint numbers and four shares that sum to 1.
    ///
    /// @param joints four places in the skin's joint list
    /// @param shares their weights
    public record Weights(int[] joints, float[] shares) {}

    private record Vertex(float x, float y, float z, float nx, float ny, float nz, float u, float v, int solid) {}

    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Weights> weights = new ArrayList<>();
    private final Map<Vertex, Integer> known = new HashMap<>();
    private final List<Integer> indices = new ArrayList<>();
    private int solids;

    /// Adds the faces of one slot of a surface.
    ///
    /// @param pointWeights for each of the surface's points, or empty for a surface that nothing bends
    public void add(Surface surface, int slot, Vec3[][] normals, List<Weights> pointWeights) {
        solids++;
        for (int f = 0; f < normals.length; f++) {
            Surface.Face face = surface.faces().get(f);
            if (face.slot() != slot) {
                continue;
            }
            int[] numbers = new int[face.points().length];
            List<Vec3> polygon = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                Vec3 at = surface.points().get(face.points()[i]);
                polygon.add(at);
                Weights weight = pointWeights.isEmpty() ? null : pointWeights.get(face.points()[i]);
                numbers[i] = vertex(at, normals[f][i], face.uv()[i], weight);
            }
            for (int[] triangle : Triangulation.of(polygon)) {
                for (int corner : triangle) {
                    indices.add(numbers[corner]);
                }
            }
        }
    }

    private int vertex(Vec3 at, Vec3 normal, Vec2 uv, Weights weight) {
        Vertex vertex = new Vertex(
                (float) at.x(),
                (float) at.y(),
                (float) at.z(),
                (float) normal.x(),
                (float) normal.y(),
                (float) normal.z(),
                (float) uv.x(),
                (float) -uv.y(),
                solids);
        return known.computeIfAbsent(vertex, unused -> {
            vertices.add(vertex);
            weights.add(weight);
            return vertices.size() - 1;
        });
    }

    /// The mesh of all that was added.
    public Mesh mesh() {
        int count = vertices.size();
        float[] positions = new float[count * 3];
        float[] normals = new float[count * 3];
        float[] texcoords = new float[count * 2];
        for (int i = 0; i < count; i++) {
            Vertex vertex = vertices.get(i);
            positions[i * 3] = vertex.x;
            positions[i * 3 + 1] = vertex.y;
            positions[i * 3 + 2] = vertex.z;
            normals[i * 3] = vertex.nx;
            normals[i * 3 + 1] = vertex.ny;
            normals[i * 3 + 2] = vertex.nz;
            texcoords[i * 2] = vertex.u;
            texcoords[i * 2 + 1] = vertex.v;
        }
        int[] triangles = indices.stream().mapToInt(Integer::intValue).toArray();
        Mesh.Builder builder = Mesh.builder(positions, triangles)
                .normals(normals)
                .texcoords(texcoords)
                .tangents(Tangents.of(positions, normals, texcoords, triangles));
        if (weights.stream().anyMatch(weight -> weight != null)) {
            addSkin(builder);
        }
        return builder.build();
    }

    private void addSkin(Mesh.Builder builder) {
        int[] joints = new int[vertices.size() * 4];
        float[] shares = new float[vertices.size() * 4];
        for (int i = 0; i < vertices.size(); i++) {
            System.arraycopy(weights.get(i).joints, 0, joints, i * 4, 4);
            System.arraycopy(weights.get(i).shares, 0, shares, i * 4, 4);
        }
        builder.skin(joints, shares);
    }
}
