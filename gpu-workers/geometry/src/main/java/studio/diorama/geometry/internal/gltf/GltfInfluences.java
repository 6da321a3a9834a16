package studio.diorama.geometry.internal.gltf;

/// The four strongest joints of each vertex, of however many sets of four a file has.
final class GltfInfluences {

    private final int[] joints;
    private final float[] weights;

    GltfInfluences(Json attributes, GltfAccessors accessors) {
        joints = accessors.integers(attributes.requireIndex("JOINTS_0", accessors.size()), 4);
        weights = accessors.floats(attributes.requireIndex("WEIGHTS_0", accessors.size()), 4);
        requireAlike(attributes, joints.length, weights.length);
        for (int set = 1; attributes.has("JOINTS_" + set) && attributes.has("WEIGHTS_" + set) && set < 8; set++) {
            int[] moreJoints = accessors.integers(attributes.requireIndex("JOINTS_" + set, accessors.size()), 4);
            float[] moreWeights = accessors.floats(attributes.requireIndex("WEIGHTS_" + set, accessors.size()), 4);
            requireAlike(attributes, joints.length, moreJoints.length);
            requireAlike(attributes, joints.length, moreWeights.length);
            for (int i = 0; i < moreJoints.length; i++) {
                replaceWeakest(i / 4 * 4, moreJoints[i], moreWeights[i]);
            }
        }
        normalise();
    }

    private static void requireAlike(Json attributes, int expected, int length) {
        if (length != expected) {
            throw attributes.refuse("as many joints as weights expected, got %d and %d".formatted(expected, length));
        }
    }

    private void replaceWeakest(int from, int joint, float weight) {
        int weakest = from;
        for (int k = from + 1; k < from + 4; k++) {
            if (weights[k] < weights[weakest]) {
                weakest = k;
            }
        }
        if (weight > weights[weakest]) {
            joints[weakest] = joint;
            weights[weakest] = weight;
        }
    }

    private void normalise() {
        for (int v = 0; v < weights.length; v += 4) {
            double sum = 0;
            for (int k = v; k < v + 4; k++) {
                weights[k] = Math.max(0, weights[k]);
                joints[k] = weights[k] == 0 ? 0 : joints[k];
                sum += weights[k];
            }
            for (int k = v; k < v + 4 && sum > 0; k++) {
                weights[k] = (float) (weights[k] / sum);
            }
        }
    }

    int[] joints() {
        return joints;
    }

    float[] weights() {
        return weights;
    }
}
