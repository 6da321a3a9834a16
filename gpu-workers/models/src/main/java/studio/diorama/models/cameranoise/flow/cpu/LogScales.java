package studio.diorama.models.cameranoise.flow.cpu;

/// Sums of log-scales, in double precision, over what of a row lies in a tile's core.
final class LogScales {

    private LogScales() {}

    /// @param law holds, from `at` on, the log-scales of the even (half 0) or odd columns of the area's row
    static double sum(float[] law, int at, Tile tile, Area area, int y, int half) {
        Area core = tile.core();
        if (!core.hasRow(y)) {
            return 0;
        }
        int first = at + (core.firstColumn(half) - area.firstColumn(half)) / 2;
        double sum = 0;
        for (int i = first; i < first + core.columns(half); i++) {
            sum += law[i];
        }
        return sum;
    }
}
