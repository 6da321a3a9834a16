package studio.diorama.geometry.internal.gltf;

/// Brings rows into the exact ranges that glTF asks for.
final class GltfRows {

    private GltfRows() {}

    /// The first three numbers of each row at length 1, a fourth as a sign.
    static float[] unit(float[] rows, int width) {
        float[] result = rows.clone();
        for (int i = 0; i < rows.length; i += width) {
            double length = Math.sqrt((double) rows[i] * rows[i]
                    + (double) rows[i + 1] * rows[i + 1]
                    + (double) rows[i + 2] * rows[i + 2]);
            for (int k = 0; k < 3; k++) {
                result[i + k] = length > 0 ? (float) (rows[i + k] / length) : k == 1 ? 1 : 0;
            }
            if (width == 4) {
                result[i + 3] = rows[i + 3] < 0 ? -1 : 1;
            }
        }
        return result;
    }

    /// Numbers held to 0 … 1.
    static float[] shares(float[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.clamp(values[i], 0f, 1f);
        }
        return result;
    }

    /// Rows of four that sum to 1; a row of nothing goes to its first joint.
    static float[] summingToOne(float[] weights) {
        float[] result = new float[weights.length];
        for (int v = 0; v < weights.length; v += 4) {
            double sum = 0;
            for (int k = v; k < v + 4; k++) {
                sum += Math.max(0, weights[k]);
            }
            for (int k = v; k < v + 4; k++) {
                result[k] = sum > 0 ? (float) (Math.max(0, weights[k]) / sum) : k == v ? 1 : 0;
            }
        }
        return result;
    }
}
