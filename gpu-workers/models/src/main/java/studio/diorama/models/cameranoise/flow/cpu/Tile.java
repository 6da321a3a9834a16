package studio.diorama.models.cameranoise.flow.cpu;

import java.util.Arrays;

/// The planes that a flow works on: a part of a picture, its halo, and one pixel of zeros beyond the picture's border.
///
/// Planes 0 to 2 hold the noise, 3 to 5 the clean picture (0 to 1). A row lies in two halves, its even columns and then
/// its odd ones: so one colour of a checkerboard is side by side, and the other one need not be worked on.
public final class Tile {

    static final int NOISE = 0;
    static final int CLEAN = 3;
    private static final int PLANES = 6;

    private Area domain;
    private Area core;
    private Area whole;
    private int halfStride;
    private int planeStride;
    private int firstPair;
    private float[] planes = new float[0];

    /// Makes room for a part of a picture; all planes become 0.
    ///
    /// @param picture the whole picture, whose border is the border that convolutions see
    /// @param wanted the part that is asked for
    /// @param halo pixels around it that it depends on
    public void reset(Area picture, Area wanted, int halo) {
        domain = picture;
        core = wanted;
        whole = wanted.grown(halo, picture);
        firstPair = Math.floorDiv(whole.left() - 1, 2);
        halfStride = Math.floorDiv(whole.right(), 2) - firstPair + 1 + RowMath.SLACK;
        planeStride = 2 * halfStride * (whole.height() + 2);
        int needed = PLANES * planeStride + 2 * RowMath.SLACK;
        if (planes.length < needed) {
            planes = new float[needed];
        } else {
            Arrays.fill(planes, 0f);
        }
    }

    /// The picture that the tile is a part of.
    public Area domain() {
        return domain;
    }

    /// The pixels that were asked for.
    public Area core() {
        return core;
    }

    /// The pixels that are to be filled in: the core and its halo.
    public Area whole() {
        return whole;
    }

    /// Where a sample of the noise lies in [#values]; the next one of its row lies elsewhere.
    public int noiseAt(int channel, int x, int y) {
        return at(NOISE + channel, x, y);
    }

    /// Where a sample of the clean picture lies in [#values].
    public int cleanAt(int channel, int x, int y) {
        return at(CLEAN + channel, x, y);
    }

    /// The planes.
    public float[] values() {
        return planes;
    }

    /// Fills in a row of the noise.
    ///
    /// @param row as wide as the tile with its halo
    public void putNoise(int channel, int y, float[] row) {
        put(NOISE + channel, y, row);
    }

    /// Fills in a row of the clean picture.
    ///
    /// @param row as wide as the tile with its halo
    public void putClean(int channel, int y, float[] row) {
        put(CLEAN + channel, y, row);
    }

    /// A row of the core: clean picture and noise together.
    ///
    /// @param row gets it
    public void noisy(int channel, int y, float[] row) {
        for (int half = 0; half < 2; half++) {
            int x = core.firstColumn(half);
            int noise = at(NOISE + channel, x, y);
            int clean = at(CLEAN + channel, x, y);
            for (int to = x - core.left(); to < core.width(); to += 2) {
                row[to] = planes[clean++] + planes[noise++];
            }
        }
    }

    private void put(int plane, int y, float[] row) {
        for (int half = 0; half < 2; half++) {
            int x = whole.firstColumn(half);
            int to = at(plane, x, y);
            for (int from = x - whole.left(); from < whole.width(); from += 2) {
                planes[to++] = row[from];
            }
        }
    }

    int at(int plane, int x, int y) {
        return plane * planeStride + (y - whole.top() + 1) * rowStride() + column(x);
    }

    /// Where a column lies in a row.
    int column(int x) {
        return (x & 1) * halfStride + Math.floorDiv(x, 2) - firstPair;
    }

    /// From a pixel to its neighbour in a row.
    ///
    /// @param half whether the pixel's column is even (0) or odd (1)
    /// @param dx −1, 0 or 1
    int step(int half, int dx) {
        if (dx == 0) {
            return 0;
        }
        int otherHalf = half == 0 ? halfStride : -halfStride;
        return otherHalf + (half == 0 ? Math.min(dx, 0) : Math.max(dx, 0));
    }

    int halfStride() {
        return halfStride;
    }

    int rowStride() {
        return 2 * halfStride;
    }

    int planeStride() {
        return planeStride;
    }
}
