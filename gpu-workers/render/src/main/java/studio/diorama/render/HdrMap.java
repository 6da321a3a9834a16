package studio.diorama.render;

import static java.util.Objects.requireNonNull;

/// A panorama of linear light, the full sphere: columns are longitudes from left to right, rows latitudes from +y down.
///
/// A class, not a record, for the renderer keeps what it has made of a map by its identity.
public final class HdrMap {

    private static final int MAX_WIDTH = 16_384;

    private final int width;
    private final int height;
    private final float[] rgb;

    /// @param rgb (height × width × 3) linear light, finite and from 0; not copied, so it must not change afterwards
    public HdrMap(int width, int height, float[] rgb) {
        requireNonNull(rgb, "rgb is null");
        if (width < 1 || height < 1 || width > MAX_WIDTH || height > MAX_WIDTH || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("panorama: %d × %d × 3 values of at most %d a side expected, got %d"
                    .formatted(height, width, MAX_WIDTH, rgb.length));
        }
        for (float value : rgb) {
            if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("panorama: finite light from 0 expected, got " + value);
            }
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// (height × width × 3) linear light; not to be changed.
    public float[] rgb() {
        return rgb;
    }
}
