package studio.diorama.models.cameranoise.data;

import java.util.Arrays;

/// A picture moved by a fraction of a pixel, row by row, so that no second whole picture is needed.
///
/// `result(x, y) = picture(x + dx, y + dy)`, cubic between pixels, border pixels repeated. A shift of nothing gives the
/// very numbers back. Rows are asked for in rising order.
final class ShiftedRows {

    /// Gives a picture's row.
    @FunctionalInterface
    interface Source {
        /// @param row (width × 3) where it is put
        void read(int y, float[] row);
    }

    private final Source source;
    private final int width;
    private final int height;
    private final int left;
    private final int top;
    private final double[] across;
    private final double[] down;
    private final float[] stored;

    /// The last four rows, already moved sideways, each at its number modulo four.
    private final float[][] moved;

    private final int[] movedRow = {-1, -1, -1, -1};

    ShiftedRows(Source source, int width, int height, Shift shift) {
        this.source = source;
        this.width = width;
        this.height = height;
        left = (int) Math.floor(shift.dx());
        top = (int) Math.floor(shift.dy());
        across = CubicWeights.of(shift.dx() - left);
        down = CubicWeights.of(shift.dy() - top);
        stored = new float[3 * width];
        moved = new float[4][3 * width];
    }

    /// @param row (width × 3) where it is put
    void read(int y, float[] row) {
        Arrays.fill(row, 0);
        for (int k = 0; k < 4; k++) {
            if (down[k] != 0) {
                float weight = (float) down[k];
                float[] line = moved(Math.clamp(y + top + k - 1, 0, height - 1));
                for (int i = 0; i < row.length; i++) {
                    row[i] += weight * line[i];
                }
            }
        }
    }

    private float[] moved(int y) {
        float[] line = moved[y & 3];
        if (movedRow[y & 3] != y) {
            movedRow[y & 3] = y;
            source.read(y, stored);
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double sum = 0;
                    for (int k = 0; k < 4; k++) {
                        sum += across[k] * stored[3 * Math.clamp(x + left + k - 1, 0, width - 1) + channel];
                    }
                    line[3 * x + channel] = (float) sum;
                }
            }
        }
        return line;
    }
}
