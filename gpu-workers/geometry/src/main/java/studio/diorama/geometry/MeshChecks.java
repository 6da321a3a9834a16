package studio.diorama.geometry;

/// The conditions that every mesh meets, so that nothing behind it needs to ask again.
final class MeshChecks {

    private MeshChecks() {}

    static void requireLength(String what, int length, int expected) {
        if (length != expected) {
            throw new IllegalArgumentException("%s: %d numbers expected, got %d".formatted(what, expected, length));
        }
    }

    static void requireMultiple(String what, int length, int factor) {
        if (length % factor != 0) {
            throw new IllegalArgumentException(
                    "%s: a multiple of %d numbers expected, got %d".formatted(what, factor, length));
        }
    }

    static void requireFinite(String what, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "%s: finite numbers expected, got %s at %d".formatted(what, values[i], i));
            }
        }
    }

    static void requireIndices(String what, int[] indices, int limit) {
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= limit) {
                throw new IllegalArgumentException(
                        "%s: numbers from 0 to below %d expected, got %d at %d".formatted(what, limit, indices[i], i));
            }
        }
    }
}
