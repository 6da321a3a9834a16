package studio.diorama.dataset.file.internal;

/// Undoes PNG's row filters (PNG 1.2, section 6) in place.
public final class PngFilters {

    private PngFilters() {}

    /// @param rows (height × (1 + rowBytes)) with the filter before each row
    /// @return whether all filters were known
    public static boolean undo(byte[] rows, int rowBytes, int height, int pixelBytes) {
        for (int row = 0; row < height; row++) {
            int start = row * (rowBytes + 1) + 1;
            int filter = rows[start - 1];
            if (filter < 0 || filter > 4) {
                return false;
            }
            if (filter != 0) {
                undoRow(rows, start, rowBytes, pixelBytes, filter, row == 0);
            }
        }
        return true;
    }

    private static void undoRow(byte[] rows, int start, int rowBytes, int pixelBytes, int filter, boolean first) {
        for (int i = 0; i < rowBytes; i++) {
            int at = start + i;
            int left = i < pixelBytes ? 0 : rows[at - pixelBytes] & 0xFF;
            int above = first ? 0 : rows[at - rowBytes - 1] & 0xFF;
            int corner = first || i < pixelBytes ? 0 : rows[at - rowBytes - 1 - pixelBytes] & 0xFF;
            int guess = switch (filter) {
                case 1 -> left;
                case 2 -> above;
                case 3 -> (left + above) / 2;
                default -> paeth(left, above, corner);
            };
            rows[at] += (byte) guess;
        }
    }

    private static int paeth(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
