package studio.diorama.models.cameranoise.data;

/// A whole picture moved by a fraction of a pixel.
final class ShiftedPicture {

    private ShiftedPicture() {}

    /// `result(x, y) = rgb(x + dx, y + dy)`, cubic between pixels, border pixels repeated. A shift of nothing gives the
    /// very numbers back.
    ///
    /// @param rgb (height × width × 3)
    static float[] of(float[] rgb, int width, int height, Shift shift) {
        if (shift.equals(Shift.NONE)) {
            return rgb;
        }
        int left = (int) Math.floor(shift.dx());
        int top = (int) Math.floor(shift.dy());
        double[] across = CubicWeights.of(shift.dx() - left);
        double[] down = CubicWeights.of(shift.dy() - top);
        float[] lines = new float[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double sum = 0;
                    for (int k = 0; k < 4; k++) {
                        int column = Math.clamp(x + left + k - 1, 0, width - 1);
                        sum += across[k] * rgb[3 * (y * width + column) + channel];
                    }
                    lines[3 * (y * width + x) + channel] = (float) sum;
                }
            }
        }
        float[] moved = new float[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < 4; k++) {
                int from = 3 * width * Math.clamp(y + top + k - 1, 0, height - 1);
                int to = 3 * width * y;
                float weight = (float) down[k];
                for (int i = 0; i < 3 * width; i++) {
                    moved[to + i] += weight * lines[from + i];
                }
            }
        }
        return moved;
    }
}
