package studio.diorama.models.cameranoise.flow.cpu;

import java.util.Arrays;
import studio.diorama.models.cameranoise.flow.cpu.CompiledStep.Direction;

/// A coupling at work on a tile. Three rows of hidden channels roll along.
final class CouplingRows implements CompiledStep.RowStep {

    /// Pixels that go through both hidden layers at once, so that what is between stays in the first cache.
    private static final int SEGMENT = 192;

    private final CompiledCoupling coupling;
    private final Tile tile;
    private final Area area;
    /// The pixels whose hidden channels are needed.
    private final Area seen;
    private final Scratch scratch;
    private final Direction direction;
    private final float[] hidden;
    private final int width;
    /// (half, colour, tap)
    private final int[][][] firstTaps = new int[2][2][];
    private final int[] secondTaps;
    /// (slot of the middle row, half, tap)
    private final int[][][] lastTaps = new int[3][2][];

    private int nextHidden;

    CouplingRows(CompiledCoupling coupling, Tile tile, Area area, Scratch scratch, int place, Direction direction) {
        this.coupling = coupling;
        this.tile = tile;
        this.area = area;
        this.seen = area.grown(1, tile.domain());
        this.scratch = scratch;
        this.direction = direction;
        this.width = coupling.second().outputs();
        this.hidden = scratch.kept(place, 3 * slotStride() + RowMath.SLACK);
        this.nextHidden = area.top() - 1;
        int[] planes = Arrays.stream(coupling.inputPlanes())
                .map(plane -> plane * tile.planeStride())
                .toArray();
        int[] channels = new int[width];
        Arrays.setAll(channels, channel -> channel * tile.rowStride());
        secondTaps = new int[width];
        Arrays.setAll(secondTaps, channel -> channel * tile.halfStride());
        for (int half = 0; half < 2; half++) {
            for (int colour = 0; colour < 2; colour++) {
                firstTaps[half][colour] =
                        coupling.first()[colour].places(tile, half, planes, dy -> dy * tile.rowStride());
            }
            for (int slot = 0; slot < 3; slot++) {
                int middle = slot;
                lastTaps[slot][half] = coupling.last()
                        .places(tile, half, channels, dy -> Math.floorMod(middle + dy, 3) * slotStride());
            }
        }
    }

    private int slotStride() {
        return width * tile.rowStride();
    }

    @Override
    public double row(int y) {
        while (nextHidden <= y + 1) {
            hiddenRow(nextHidden++);
        }
        double sum = 0;
        for (int half = 0; half < 2; half++) {
            if (coupling.transforms(y, half) && area.columns(half) > 0) {
                sum += transform(y, half);
            }
        }
        return sum;
    }

    /// Hidden channels of a row, 0 beyond the picture's border.
    private void hiddenRow(int y) {
        int slotAt = Math.floorMod(y, 3) * slotStride();
        if (!tile.domain().hasRow(y)) {
            Arrays.fill(hidden, slotAt, slotAt + slotStride(), 0f);
            return;
        }
        for (int half = 0; half < 2; half++) {
            int end = seen.right();
            for (int x = seen.firstColumn(half); x < end; x += 2 * SEGMENT) {
                hiddenSegment(x, y, Math.min(SEGMENT, (end - x + 1) / 2), slotAt + tile.column(x));
            }
        }
        for (int channel = 0; channel < width; channel++) {
            int row = slotAt + channel * tile.rowStride();
            if (seen.left() == tile.domain().left()) {
                hidden[row + tile.column(seen.left() - 1)] = 0f;
            }
            if (seen.right() == tile.domain().right()) {
                hidden[row + tile.column(seen.right())] = 0f;
            }
        }
    }

    private void hiddenSegment(int x, int y, int count, int to) {
        Convolution first = coupling.first()[(x + y) & 1];
        int[] taps = firstTaps[x & 1][(x + y) & 1];
        convolve(first, tile.values(), tile.at(0, x, y), taps, scratch.hidden, 0, x, y, count, true);
        RowMath.fastest()
                .convolve(new ConvolutionRow(
                        scratch.hidden,
                        0,
                        secondTaps,
                        coupling.second(),
                        coupling.secondBias(),
                        hidden,
                        to,
                        tile.rowStride(),
                        count,
                        true));
    }

    private double transform(int y, int half) {
        RowMath math = RowMath.fastest();
        int x = area.firstColumn(half);
        int count = area.columns(half);
        int[] taps = lastTaps[Math.floorMod(y, 3)][half];
        convolve(coupling.last(), hidden, tile.column(x), taps, scratch.law, 0, x, y, count, false);
        int[] planes = coupling.transformed();
        double sum = 0;
        for (int i = 0; i < planes.length; i++) {
            int at = tile.at(planes[i], x, y);
            int shiftAt = i * tile.halfStride();
            int scaleAt = (planes.length + i) * tile.halfStride();
            math.logScale(scratch.law, scaleAt, coupling.gate(), count);
            switch (direction) {
                case FORWARD -> {
                    math.affine(tile.values(), at, scratch.law, shiftAt, scaleAt, count);
                    sum += LogScales.sum(scratch.law, scaleAt, tile, area, y, half);
                }
                case INVERSE -> math.inverseAffine(tile.values(), at, scratch.law, shiftAt, scaleAt, count);
            }
        }
        return sum;
    }

    /// A convolution of every second pixel from (x, y) on; those at the picture's left and right border start from
    /// numbers of their own. Each piece leaves garbage behind its end, so they go from left to right.
    private void convolve(
            Convolution convolution,
            float[] in,
            int from,
            int[] taps,
            float[] out,
            int to,
            int x,
            int y,
            int count,
            boolean rectified) {
        RowMath math = RowMath.fastest();
        PackedWeights weights = convolution.weights();
        BorderStart start = convolution.start();
        int stride = tile.halfStride();
        int first = 0;
        int end = count;
        Area picture = tile.domain();
        if (x == picture.left()) {
            math.convolve(new ConvolutionRow(
                    in, from, taps, weights, start.at(x, y, picture), out, to, stride, 1, rectified));
            first = 1;
        }
        int lastColumn = x + 2 * (count - 1);
        boolean toTheRight = lastColumn == picture.right() - 1 && count > first;
        if (toTheRight) {
            end--;
        }
        if (end > first) {
            math.convolve(new ConvolutionRow(
                    in,
                    from + first,
                    taps,
                    weights,
                    start.amid(y, picture),
                    out,
                    to + first,
                    stride,
                    end - first,
                    rectified));
        }
        if (toTheRight) {
            math.convolve(new ConvolutionRow(
                    in,
                    from + end,
                    taps,
                    weights,
                    start.at(lastColumn, y, picture),
                    out,
                    to + end,
                    stride,
                    1,
                    rectified));
        }
    }
}
