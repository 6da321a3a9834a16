package studio.diorama.geometry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Copies chosen vertices of meshes with all that they carry.
final class VertexPick {

    private VertexPick() {}

    /// Vertices `sources[0]`, `sources[1]`, … of one mesh, under new triangles.
    static Mesh of(Mesh mesh, int[] sources, int[] triangles) {
        return Mesh.builder(rows(mesh.positions(), sources, 3), triangles)
                .normals(rows(mesh.normals(), sources, 3))
                .tangents(rows(mesh.tangents(), sources, 4))
                .texcoords(rows(mesh.texcoords(), sources, 2))
                .colours(rows(mesh.colours(), sources, 4))
                .skin(
                        mesh.joints().map(joints -> joints(joints, sources)).orElse(null),
                        rows(mesh.weights(), sources, 4))
                .morphTargets(mesh.morphTargets().stream()
                        .map(target -> new MorphTarget(
                                target.name(),
                                rows(target.positionDeltas(), sources, 3),
                                target.normalDeltas().map(deltas -> rows(deltas, sources, 3))))
                        .toList())
                .build();
    }

    private static float[] rows(Optional<float[]> values, int[] sources, int width) {
        return values.map(present -> rows(present, sources, width)).orElse(null);
    }

    private static float[] rows(float[] values, int[] sources, int width) {
        float[] result = new float[sources.length * width];
        for (int i = 0; i < sources.length; i++) {
            System.arraycopy(values, sources[i] * width, result, i * width, width);
        }
        return result;
    }

    private static int[] joints(int[] values, int[] sources) {
        int[] result = new int[sources.length * 4];
        for (int i = 0; i < sources.length; i++) {
            System.arraycopy(values, sources[i] * 4, result, i * 4, 4);
        }
        return result;
    }

    /// One property of many meshes in a row; null unless all of them have it.
    static float[] joined(List<Mesh> meshes, Function<Mesh, Optional<float[]>> property) {
        if (!meshes.stream().allMatch(mesh -> property.apply(mesh).isPresent())) {
            return null;
        }
        int length = 0;
        for (Mesh mesh : meshes) {
            length = Math.addExact(length, property.apply(mesh).orElseThrow().length);
        }
        float[] result = new float[length];
        int at = 0;
        for (Mesh mesh : meshes) {
            float[] values = property.apply(mesh).orElseThrow();
            System.arraycopy(values, 0, result, at, values.length);
            at += values.length;
        }
        return result;
    }
}
