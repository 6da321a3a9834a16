package studio.diorama.render;

import static java.util.Objects.requireNonNull;

/// The values of one layer, (height, width, channels), row by row from the top left.
public sealed interface Plane {

    int width();

    int height();

    int channels();

    /// @param values (height × width × channels); not copied, so whoever made it owns it
    record Floats(int width, int height, int channels, float[] values) implements Plane {
        public Floats {
            requireSize(width, height, channels, requireNonNull(values, "values is null").length);
        }

        public float at(int x, int y, int channel) {
            return values[(y * width + x) * channels + channel];
        }
    }

    /// @param values (height × width × channels); not copied, so whoever made it owns it
    record Integers(int width, int height, int channels, int[] values) implements Plane {
        public Integers {
            requireSize(width, height, channels, requireNonNull(values, "values is null").length);
        }

        public int at(int x, int y, int channel) {
            return values[(y * width + x) * channels + channel];
        }
    }

    private static void requireSize(int width, int height, int channels, int length) {
        if ((long) width * height * channels != length) {
            throw new IllegalArgumentException(
                    "plane: %d × %d × %d values expected, got %d".formatted(height, width, channels, length));
        }
    }
}
