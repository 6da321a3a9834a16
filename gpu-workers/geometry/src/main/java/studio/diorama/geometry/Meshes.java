package studio.diorama.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joml.Matrix3d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;

/// Whole-mesh changes that make a new mesh.
public final class Meshes {

    private Meshes() {}

    /// The box of the vertices after `matrix`, tighter than the box of the box.
    public static Bounds bounds(Mesh mesh, Matrix4dc matrix) {
        float[] positions = mesh.positions();
        if (positions.length == 0) {
            return Bounds.EMPTY;
        }
        Vector3d min = new Vector3d(Double.POSITIVE_INFINITY);
        Vector3d max = new Vector3d(Double.NEGATIVE_INFINITY);
        Vector3d point = new Vector3d();
        for (int i = 0; i < positions.length; i += 3) {
            matrix.transformPosition(point.set(positions[i], positions[i + 1], positions[i + 2]));
            min.min(point);
            max.max(point);
        }
        return new Bounds(min, max);
    }

    /// The mesh moved by an affine matrix; a mirroring one turns the triangles round, so that outside stays outside.
    /// Morph targets are moved along; joints and weights stay.
    public static Mesh transformed(Mesh mesh, Matrix4dc matrix) {
        Matrix3d linear = matrix.get3x3(new Matrix3d());
        Matrix3d forNormals = linear.cofactor(new Matrix3d());
        boolean mirrors = linear.determinant() < 0;
        if (mirrors) {
            forNormals.scale(-1);
        }
        Mesh.Builder builder = mesh.toBuilder().positions(positions(mesh.positions(), matrix));
        mesh.normals().ifPresent(normals -> builder.normals(directions(normals, 3, forNormals)));
        mesh.tangents().ifPresent(tangents -> {
            float[] moved = directions(tangents, 4, linear);
            for (int i = 3; i < moved.length; i += 4) {
                moved[i] = mirrors ? -tangents[i] : tangents[i];
            }
            builder.tangents(moved);
        });
        builder.morphTargets(mesh.morphTargets().stream()
                .map(target -> new MorphTarget(target.name(), deltas(target.positionDeltas(), linear)))
                .toList());
        return mirrors ? builder.triangles(reversed(mesh.triangles())).build() : builder.build();
    }

    /// Every triangle the other way round.
    public static int[] reversed(int[] triangles) {
        int[] result = triangles.clone();
        for (int i = 0; i < result.length; i += 3) {
            result[i + 1] = triangles[i + 2];
            result[i + 2] = triangles[i + 1];
        }
        return result;
    }

    /// Some vertices of a mesh, with all that they carry, under new triangles.
    ///
    /// @param sources for each new vertex the old one that it copies
    /// @param triangles numbers of new vertices
    public static Mesh picked(Mesh mesh, int[] sources, int[] triangles) {
        return VertexPick.of(mesh, sources, triangles);
    }

    /// The mesh without the vertices that no triangle uses.
    public static Mesh compacted(Mesh mesh) {
        int[] numbers = new int[mesh.vertexCount()];
        int[] sources = new int[mesh.vertexCount()];
        int[] triangles = new int[mesh.triangles().length];
        int count = 0;
        for (int i = 0; i < triangles.length; i++) {
            int vertex = mesh.triangles()[i];
            if (numbers[vertex] == 0) {
                sources[count++] = vertex;
                numbers[vertex] = count;
            }
            triangles[i] = numbers[vertex] - 1;
        }
        return picked(mesh, Arrays.copyOf(sources, count), triangles);
    }

    /// All of them as one mesh: what each of them has is kept; joints and morph targets are dropped.
    public static Mesh merged(List<Mesh> meshes) {
        int length = meshes.stream().mapToInt(mesh -> mesh.triangles().length).reduce(0, Math::addExact);
        int[] triangles = new int[length];
        int at = 0;
        int before = 0;
        for (Mesh mesh : meshes) {
            for (int vertex : mesh.triangles()) {
                triangles[at++] = before + vertex;
            }
            before += mesh.vertexCount();
        }
        float[] positions = VertexPick.joined(meshes, mesh -> Optional.of(mesh.positions()));
        return Mesh.builder(positions, triangles)
                .normals(VertexPick.joined(meshes, Mesh::normals))
                .tangents(VertexPick.joined(meshes, Mesh::tangents))
                .texcoords(VertexPick.joined(meshes, Mesh::texcoords))
                .colours(VertexPick.joined(meshes, Mesh::colours))
                .build();
    }

    private static float[] positions(float[] positions, Matrix4dc matrix) {
        float[] result = new float[positions.length];
        Vector3d point = new Vector3d();
        for (int i = 0; i < positions.length; i += 3) {
            matrix.transformPosition(point.set(positions[i], positions[i + 1], positions[i + 2]));
            store(point, result, i);
        }
        return result;
    }

    private static float[] deltas(float[] deltas, Matrix3d linear) {
        float[] result = new float[deltas.length];
        Vector3d delta = new Vector3d();
        for (int i = 0; i < deltas.length; i += 3) {
            linear.transform(delta.set(deltas[i], deltas[i + 1], deltas[i + 2]));
            store(delta, result, i);
        }
        return result;
    }

    private static float[] directions(float[] values, int width, Matrix3d linear) {
        float[] result = new float[values.length];
        Vector3d direction = new Vector3d();
        for (int i = 0; i < values.length; i += width) {
            linear.transform(direction.set(values[i], values[i + 1], values[i + 2]));
            double length = direction.length();
            if (length > 0) {
                store(direction.div(length), result, i);
            }
        }
        return result;
    }

    private static void store(Vector3d from, float[] to, int at) {
        to[at] = (float) from.x;
        to[at + 1] = (float) from.y;
        to[at + 2] = (float) from.z;
    }
}
