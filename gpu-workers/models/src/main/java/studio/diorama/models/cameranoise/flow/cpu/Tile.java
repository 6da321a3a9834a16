package studio.diorama.models.cameranoise.flow.cpu;

/// The planes that a flow works on: a part of a picture, its halo, and one pixel of zeros beyond the picture's border.
///
/// Planes 0 to 2 hold the noise, 3 to 5 the clean picture (0 to 1), 6 to 8 the noise of one colour of the checkerboard,
/// 9
/// and 10 are 1 where x + y is even and odd. What lies outside the picture is 0 in all.
public final class Tile {

    static final int NOISE = 0;
    static final int CLEAN = 3;
    static final int MASKED = 6;
    static final int EVEN = 9;
    private static final int PLANES = 11;

    private Area domain;
    private Area core;
    private Area whole;
    private int rowStride;
    private int planeStride;
    private float[] planes = new float[0];

    /// Makes room for a part of a picture; all planes but the checkerboards become 0.
    ///
    /// @param picture the whole picture, whose border is the border that convolutions see
    /// @param wanted the part that is asked for
    /// @param halo pixels around it that it depends on
    public void reset(Area picture, Area wanted, int halo) {
        domain = picture;
        core = wanted;
        whole = wanted.grown(halo, picture);
        rowStride = whole.width() + 2 + RowMath.SLACK;
        planeStride = rowStride * (whole.height() + 2);
        int needed = PLANES * planeStride + 2 * RowMath.SLACK;
        if (planes.length < needed) {
            planes = new float[needed];
        } else {
            java.util.Arrays.fill(planes, 0f);
        }
        for (int y = whole.top(); y < whole.bottom(); y++) {
            int row = at(EVEN, whole.left(), y);
            for (int x = whole.left(); x < whole.right(); x++) {
                planes[row + x - whole.left() + ((x + y) & 1) * planeStride] = 1f;
            }
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

    /// Where a sample of the noise lies in [#values].
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

    int at(int plane, int x, int y) {
        return plane * planeStride + (y - whole.top() + 1) * rowStride + (x - whole.left() + 1);
    }

    int rowStride() {
        return rowStride;
    }

    int planeStride() {
        return planeStride;
    }

    /// Copies the noise of one colour of the checkerboard, 0 at the other.
    ///
    /// @param parity of x + y of the pixels that are copied
    void maskNoise(Area area, int parity) {
        for (int channel = 0; channel < 3; channel++) {
            for (int y = area.top(); y < area.bottom(); y++) {
                int from = at(NOISE + channel, area.left(), y);
                int to = at(MASKED + channel, area.left(), y);
                int mask = at(EVEN + parity, area.left(), y);
                for (int i = 0; i < area.width(); i++) {
                    planes[to + i] = planes[from + i] * planes[mask + i];
                }
            }
        }
    }
}
