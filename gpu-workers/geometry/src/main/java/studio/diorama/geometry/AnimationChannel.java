package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/// How one property of one node goes with time.
///
/// @param node number of the model's node
/// @param target what of it
/// @param interpolation between keys
/// @param times seconds, strictly growing, at least one
/// @param values the same number for each key; three times as many for [Interpolation#CUBICSPLINE]
public record AnimationChannel(
        int node, AnimationTarget target, Interpolation interpolation, float[] times, float[] values) {

    public AnimationChannel {
        requireNonNull(target, "target is null");
        requireNonNull(interpolation, "interpolation is null");
        MeshChecks.requireFinite("animation times", times);
        MeshChecks.requireFinite("animation values", values);
        if (times.length == 0 || node < 0) {
            throw new IllegalArgumentException(
                    "at least one key of a node expected, got %d keys of node %d".formatted(times.length, node));
        }
        for (int i = 1; i < times.length; i++) {
            if (!(times[i] > times[i - 1])) {
                throw new IllegalArgumentException(
                        "growing animation times expected, got %s after %s".formatted(times[i], times[i - 1]));
            }
        }
        int perKey = times.length * (interpolation == Interpolation.CUBICSPLINE ? 3 : 1);
        MeshChecks.requireMultiple("animation values", values.length, perKey);
        int width = values.length / perKey;
        int expected = switch (target) {
            case TRANSLATION, SCALE -> 3;
            case ROTATION -> 4;
            case WEIGHTS -> Math.max(1, width);
        };
        MeshChecks.requireLength("animation key", width, expected);
    }

    /// Numbers in one value.
    public int width() {
        return values.length / times.length / stride();
    }

    private int stride() {
        return interpolation == Interpolation.CUBICSPLINE ? 3 : 1;
    }

    /// The value at a time; before the first key the first, after the last key the last. A rotation has length 1.
    public float[] at(double seconds) {
        int width = width();
        int last = times.length - 1;
        int after = Arrays.binarySearch(times, (float) seconds);
        int key = Math.clamp(after >= 0 ? after : -after - 2, 0, last);
        double step = key == last ? 0 : (double) times[key + 1] - times[key];
        double share = step == 0 ? 0 : Math.clamp((seconds - times[key]) / step, 0, 1);
        double[] value = new double[width];
        for (int i = 0; i < width; i++) {
            value[i] = switch (interpolation) {
                case STEP -> values[key * width + i];
                case LINEAR ->
                    share == 0
                            ? values[key * width + i]
                            : values[key * width + i] * (1 - share) + values[(key + 1) * width + i] * share;
                case CUBICSPLINE -> hermite(key, share, step, width, i);
            };
        }
        if (target == AnimationTarget.ROTATION) {
            if (interpolation == Interpolation.LINEAR && share > 0) {
                slerp(value, key, share);
            }
            normalise(value);
        }
        float[] result = new float[width];
        for (int i = 0; i < width; i++) {
            result[i] = (float) value[i];
        }
        return result;
    }

    private double hermite(int key, double share, double step, int width, int i) {
        double from = values[(key * 3 + 1) * width + i];
        if (share == 0) {
            return from;
        }
        double leaving = step * values[(key * 3 + 2) * width + i];
        double arriving = step * values[(key + 1) * 3 * width + i];
        double to = values[((key + 1) * 3 + 1) * width + i];
        double square = share * share;
        double cube = square * share;
        return (2 * cube - 3 * square + 1) * from
                + (cube - 2 * square + share) * leaving
                + (-2 * cube + 3 * square) * to
                + (cube - square) * arriving;
    }

    private void slerp(double[] value, int key, double share) {
        double dot = 0;
        for (int i = 0; i < 4; i++) {
            dot += (double) values[key * 4 + i] * values[key * 4 + 4 + i];
        }
        double angle = Math.acos(Math.min(1, Math.abs(dot)));
        double sine = Math.sin(angle);
        double first = sine < 1e-6 ? 1 - share : Math.sin((1 - share) * angle) / sine;
        double second = Math.copySign(sine < 1e-6 ? share : Math.sin(share * angle) / sine, dot);
        for (int i = 0; i < 4; i++) {
            value[i] = first * values[key * 4 + i] + second * values[key * 4 + 4 + i];
        }
    }

    private static void normalise(double[] value) {
        double length =
                Math.sqrt(value[0] * value[0] + value[1] * value[1] + value[2] * value[2] + value[3] * value[3]);
        if (length < 1e-12) {
            Arrays.fill(value, 0);
            value[3] = 1;
            return;
        }
        for (int i = 0; i < 4; i++) {
            value[i] /= length;
        }
    }
}
