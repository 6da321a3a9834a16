package studio.diorama.models.cameranoise.flow.cpu;

import java.util.Arrays;

/// An affine coupling for one camera and ISO: conv 3×3, ReLU, conv 1×1, ReLU, border ring, conv 3×3. Batch norm and
/// gains
/// are folded into the weights.
///
/// Three rows of hidden channels roll along, so whatever the tile's size they stay in the second cache.
///
/// @param inputPlanes planes of the tile that the network reads
/// @param first (width, inputs × 3 × 3)
/// @param firstBias (width)
/// @param second (width, width)
/// @param secondBias (width)
/// @param last (2 × transformed, width × 3 × 3): shifts, then raw log-scales
/// @param lastBias (2 × transformed)
/// @param ring (2 × transformed, 3 × 3): what each neighbour that lies outside the picture adds
/// @param gate factor of tanh
/// @param transformed the noise planes that change
/// @param parity of x + y of the pixels that change; −1 for all
record CompiledCoupling(
        int[] inputPlanes,
        PackedWeights first,
        float[] firstBias,
        PackedWeights second,
        float[] secondBias,
        PackedWeights last,
        float[] lastBias,
        float[] ring,
        float gate,
        int[] transformed,
        int parity)
        implements CompiledStep {

    static final int MOST_WIDTH = 16;
    /// Pixels of a row that go through both hidden layers at once, so that what is between stays in the first cache.
    private static final int SEGMENT = 192;

    static final int SEGMENT_STRIDE = SEGMENT + RowMath.SLACK;

    @Override
    public int reach() {
        return 2;
    }

    @Override
    public double forward(Tile tile, Area area, Scratch scratch) {
        return run(tile, area, scratch, true);
    }

    @Override
    public void inverse(Tile tile, Area area, Scratch scratch) {
        run(tile, area, scratch, false);
    }

    private double run(Tile tile, Area area, Scratch scratch, boolean forward) {
        scratch.fit(tile.rowStride());
        if (parity >= 0) {
            tile.maskNoise(area.grown(2, tile.domain()), 1 - parity);
        }
        int[] firstTaps = firstTaps(tile);
        int[][] lastTaps = {lastTaps(tile.rowStride(), 0), lastTaps(tile.rowStride(), 1), lastTaps(tile.rowStride(), 2)
        };
        Area seen = area.grown(1, tile.domain());
        double sum = 0;
        for (int y = area.top() - 1; y <= area.bottom(); y++) {
            int slot = Math.floorMod(y, 3);
            if (y < tile.domain().top() || y >= tile.domain().bottom()) {
                int from = slot * MOST_WIDTH * tile.rowStride();
                Arrays.fill(scratch.hidden, from, from + first.outputs() * tile.rowStride(), 0f);
            } else {
                hiddenRow(tile, seen, y, slot * MOST_WIDTH * tile.rowStride(), firstTaps, scratch);
            }
            int ready = y - 1;
            if (ready >= area.top()) {
                sum += transformRow(tile, area, ready, lastTaps[Math.floorMod(ready, 3)], scratch, forward);
            }
        }
        return sum;
    }

    /// Hidden channels of row y, 0 beyond the picture's left and right border.
    private void hiddenRow(Tile tile, Area seen, int y, int slotStart, int[] firstTaps, Scratch scratch) {
        RowMath math = RowMath.fastest();
        int stride = tile.rowStride();
        int column = seen.left() - tile.whole().left() + 1;
        for (int start = 0; start < seen.width(); start += SEGMENT) {
            int count = Math.min(SEGMENT, seen.width() - start);
            for (int o = 0; o < first.outputs(); o++) {
                Arrays.fill(scratch.segment, o * SEGMENT_STRIDE, o * SEGMENT_STRIDE + count, firstBias[o]);
            }
            int from = tile.at(0, seen.left() + start, y);
            math.accumulate(tile.values(), from, firstTaps, first, scratch.segment, 0, SEGMENT_STRIDE, count, true);
            int to = slotStart + column + start;
            for (int o = 0; o < second.outputs(); o++) {
                Arrays.fill(scratch.hidden, to + o * stride, to + o * stride + count, secondBias[o]);
            }
            math.accumulate(scratch.segment, 0, segmentTaps(), second, scratch.hidden, to, stride, count, true);
        }
        for (int o = 0; o < second.outputs(); o++) {
            int row = slotStart + o * stride + column;
            if (seen.left() == tile.domain().left()) {
                scratch.hidden[row - 1] = 0f;
            }
            if (seen.right() == tile.domain().right()) {
                scratch.hidden[row + seen.width()] = 0f;
            }
        }
    }

    private double transformRow(Tile tile, Area area, int y, int[] taps, Scratch scratch, boolean forward) {
        RowMath math = RowMath.fastest();
        int stride = tile.rowStride();
        for (int o = 0; o < last.outputs(); o++) {
            startRow(tile.domain(), area, y, o, scratch.law, o * stride);
        }
        int from = area.left() - tile.whole().left() + 1;
        math.accumulate(scratch.hidden, from, taps, last, scratch.law, 0, stride, area.width(), false);
        int start = parity < 0 ? 0 : Math.floorMod(parity - y - area.left(), 2);
        int step = parity < 0 ? 1 : 2;
        double sum = 0;
        for (int i = 0; i < transformed.length; i++) {
            int at = tile.at(transformed[i], area.left(), y);
            int shiftAt = i * stride;
            int rawAt = (transformed.length + i) * stride;
            if (forward) {
                math.affine(
                        tile.values(),
                        at,
                        scratch.law,
                        shiftAt,
                        rawAt,
                        gate,
                        start,
                        step,
                        area.width(),
                        scratch.logScale);
                sum += LogScales.sum(scratch.logScale, tile, area, y, start, step);
            } else {
                math.inverseAffine(tile.values(), at, scratch.law, shiftAt, rawAt, gate, start, step, area.width());
            }
        }
        return sum;
    }

    /// Bias and border ring of an output channel's row.
    private void startRow(Area domain, Area area, int y, int output, float[] row, int at) {
        boolean above = y == domain.top();
        boolean below = y == domain.bottom() - 1;
        Arrays.fill(row, at, at + area.width(), start(output, above, below, false, false));
        boolean oneColumn = domain.width() == 1;
        if (area.left() == domain.left()) {
            row[at] = start(output, above, below, true, oneColumn);
        }
        if (area.right() == domain.right()) {
            row[at + area.width() - 1] = start(output, above, below, oneColumn, true);
        }
    }

    private float start(int output, boolean above, boolean below, boolean left, boolean right) {
        float sum = lastBias[output];
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean outside = (dy < 0 && above) || (dy > 0 && below) || (dx < 0 && left) || (dx > 0 && right);
                if (outside) {
                    sum += ring[output * 9 + (dy + 1) * 3 + dx + 1];
                }
            }
        }
        return sum;
    }

    private int[] firstTaps(Tile tile) {
        int[] taps = new int[inputPlanes.length * 9];
        for (int i = 0, t = 0; i < inputPlanes.length; i++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    taps[t++] = inputPlanes[i] * tile.planeStride() + dy * tile.rowStride() + dx;
                }
            }
        }
        return taps;
    }

    private int[] segmentTaps() {
        int[] taps = new int[first.outputs()];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = i * SEGMENT_STRIDE;
        }
        return taps;
    }

    /// @param slot that the middle row lies in
    private int[] lastTaps(int stride, int slot) {
        int[] taps = new int[second.outputs() * 9];
        for (int i = 0, t = 0; i < second.outputs(); i++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    taps[t++] = (Math.floorMod(slot + dy, 3) * MOST_WIDTH + i) * stride + dx;
                }
            }
        }
        return taps;
    }
}
