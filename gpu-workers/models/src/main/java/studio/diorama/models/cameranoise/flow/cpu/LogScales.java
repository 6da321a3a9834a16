package studio.diorama.models.cameranoise.flow.cpu;

/// Sums of log-scales, in double precision, over what of a row lies in a tile's core.
final class LogScales {

    private LogScales() {}

    /// @param row log-scales of the area's row
    /// @param first of the row's pixels that count; then every `step`
    static double sum(float[] row, Tile tile, Area area, int y, int first, int step) {
        Area core = tile.core();
        if (y < core.top() || y >= core.bottom()) {
            return 0;
        }
        int skipped = core.left() - area.left();
        int start = skipped + Math.floorMod(first - skipped, step);
        double sum = 0;
        for (int i = start; i < core.right() - area.left(); i += step) {
            sum += row[i];
        }
        return sum;
    }
}
