package studio.diorama.geometry.internal;

import java.util.Arrays;

/// Numbers that come one after another, kept close together.
public final class Numbers {

    /// A growing list of floats.
    public static final class Floats {
        private float[] values = new float[256];
        private int size;

        public void add(float value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        public int size() {
            return size;
        }

        public float[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /// A growing list of ints.
    public static final class Ints {
        private int[] values = new int[256];
        private int size;

        public void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        public int get(int index) {
            return values[index];
        }

        public int size() {
            return size;
        }

        public int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    private Numbers() {}
}
