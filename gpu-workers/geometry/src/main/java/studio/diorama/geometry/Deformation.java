package studio.diorama.geometry;

import java.util.List;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/// Bends a mesh: first its morph targets, then linear blend skinning.
///
/// Skinning (glTF 2.0, section 3.7.3.3): position' = Σ weight · jointWorld · inverseBind · position. Normals go by
/// the cofactors of the blended matrix, which keeps them upright under uneven scale.
final class Deformation {

    private Deformation() {}

    /// The mesh pulled towards its targets; the mesh itself where no weight is set.
    static Mesh morphed(Mesh mesh, float[] weights) {
        List<MorphTarget> targets = mesh.morphTargets();
        float[] positions = null;
        float[] normals = null;
        for (int t = 0; t < targets.size() && t < weights.length; t++) {
            if (weights[t] == 0) {
                continue;
            }
            if (positions == null) {
                positions = mesh.positions().clone();
                normals = mesh.normals().map(float[]::clone).orElse(null);
            }
            add(positions, targets.get(t).positionDeltas(), weights[t]);
            if (normals != null && targets.get(t).normalDeltas().isPresent()) {
                add(normals, targets.get(t).normalDeltas().orElseThrow(), weights[t]);
            }
        }
        if (positions == null) {
            return mesh;
        }
        if (normals != null) {
            normalise(normals);
        }
        return mesh.toBuilder().positions(positions).normals(normals).build();
    }

    private static void add(float[] to, float[] deltas, float weight) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * deltas[i];
        }
    }

    private static void normalise(float[] normals) {
        for (int i = 0; i < normals.length; i += 3) {
            double length = Math.sqrt((double) normals[i] * normals[i]
                    + (double) normals[i + 1] * normals[i + 1]
                    + (double) normals[i + 2] * normals[i + 2]);
            for (int k = 0; k < 3 && length > 0; k++) {
                normals[i + k] = (float) (normals[i + k] / length);
            }
        }
    }

    /// The mesh bent by joints: `jointMatrices` go from the mesh's bind coordinates to the model's.
    static Mesh skinned(Mesh mesh, List<Matrix4d> jointMatrices) {
        int[] joints = mesh.joints().orElseThrow();
        float[] weights = mesh.weights().orElseThrow();
        float[] positions = mesh.positions().clone();
        float[] normals = mesh.normals().map(float[]::clone).orElse(null);
        float[] tangents = mesh.tangents().map(float[]::clone).orElse(null);
        Matrix4d blended = new Matrix4d();
        Matrix4d cofactors = new Matrix4d();
        Vector3d vector = new Vector3d();
        for (int v = 0; v < mesh.vertexCount(); v++) {
            blend(blended, jointMatrices, joints, weights, v * 4);
            blended.transformPosition(vector.set(positions[v * 3], positions[v * 3 + 1], positions[v * 3 + 2]));
            store(vector, positions, v * 3);
            if (normals != null) {
                blended.cofactor3x3(cofactors);
                vector.set(normals[v * 3], normals[v * 3 + 1], normals[v * 3 + 2]);
                cofactors.transformDirection(vector).mul(Math.signum(blended.determinant3x3()));
                storeUnit(vector, normals, v * 3);
            }
            if (tangents != null) {
                vector.set(tangents[v * 4], tangents[v * 4 + 1], tangents[v * 4 + 2]);
                storeUnit(blended.transformDirection(vector), tangents, v * 4);
            }
        }
        return mesh.toBuilder()
                .positions(positions)
                .normals(normals)
                .tangents(tangents)
                .build();
    }

    private static void blend(Matrix4d to, List<Matrix4d> matrices, int[] joints, float[] weights, int at) {
        double total = 0;
        to.zero();
        for (int k = at; k < at + 4; k++) {
            if (weights[k] != 0) {
                to.fma4x3(matrices.get(joints[k]), weights[k]);
                total += weights[k];
            }
        }
        if (total == 0) {
            to.identity();
        }
        to.m33(1);
    }

    private static void store(Vector3d from, float[] to, int at) {
        to[at] = (float) from.x;
        to[at + 1] = (float) from.y;
        to[at + 2] = (float) from.z;
    }

    private static void storeUnit(Vector3d from, float[] to, int at) {
        double length = from.length();
        if (length > 0 && Double.isFinite(length)) {
            store(from.div(length), to, at);
        }
    }
}
