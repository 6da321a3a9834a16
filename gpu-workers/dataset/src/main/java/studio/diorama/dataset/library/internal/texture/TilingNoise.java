package studio.diorama.dataset.library.internal.texture;

import studio.diorama.common.Seed;

/// Noise that repeats after one unit in u and v, made from a hash of lattice cells alone.
public final class TilingNoise {

    /// The two nearest feature points of a cell pattern.
    ///
    /// @param first distance to the nearest, in cells
    /// @param second distance to the second nearest
    /// @param id a uniform number from 0 to 1 that belongs to the nearest
    public record Cells(double first, double second, double id) {}

    private final long seed;

    /// Noise of one seed.
    public TilingNoise(Seed seed) {
        this.seed = seed.value();
    }

    /// A uniform number from 0 to 1 for a lattice cell.
    public double cell(int x, int y) {
        return (hash(x, y) >>> 11) * 0x1p-53;
    }

    private long hash(int x, int y) {
        return Seed.mix(seed ^ Seed.mix((long) x << 32 ^ (y & 0xFFFFFFFFL)));
    }

    /// Gradient noise (Perlin 2002) with `fx` by `fy` cells in the tile, from about -1 to 1.
    public double perlin(double u, double v, int fx, int fy) {
        double x = u * fx;
        double y = v * fy;
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double dx = x - x0;
        double dy = y - y0;
        double a = gradient(x0, y0, fx, fy, dx, dy);
        double b = gradient(x0 + 1, y0, fx, fy, dx - 1, dy);
        double c = gradient(x0, y0 + 1, fx, fy, dx, dy - 1);
        double d = gradient(x0 + 1, y0 + 1, fx, fy, dx - 1, dy - 1);
        double sx = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
        double sy = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
        double low = a + (b - a) * sx;
        return 1.5 * (low + (c + (d - c) * sx - low) * sy);
    }

    private double gradient(int x, int y, int fx, int fy, double dx, double dy) {
        long hash = hash(Math.floorMod(x, fx), Math.floorMod(y, fy));
        // Two signed bytes of the hash are a direction; its length varies a little, which hides the lattice.
        return ((byte) hash * dx + (byte) (hash >>> 8) * dy) / 128.0;
    }

    /// A sum of `octaves` of gradient noise, each of twice the frequency and half the height, from about -1 to 1.
    public double fractal(double u, double v, int fx, int fy, int octaves) {
        double sum = 0;
        double height = 0.6;
        for (int i = 0; i < octaves; i++) {
            sum += height * perlin(u, v, fx << i, fy << i);
            height /= 2;
        }
        return sum;
    }

    /// Cell noise (Worley 1996) with one feature point in each of `fx` by `fy` cells of the tile.
    public Cells worley(double u, double v, int fx, int fy) {
        double x = u * fx;
        double y = v * fy;
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double first = 9;
        double second = 9;
        long nearest = 0;
        for (int j = y0 - 1; j <= y0 + 1; j++) {
            for (int i = x0 - 1; i <= x0 + 1; i++) {
                long hash = hash(Math.floorMod(i, fx), Math.floorMod(j, fy));
                double px = i + (hash >>> 44) * 0x1p-20 - x;
                double py = j + (hash >>> 24 & 0xFFFFF) * 0x1p-20 - y;
                double distance = Math.sqrt(px * px + py * py);
                if (distance < first) {
                    second = first;
                    first = distance;
                    nearest = hash;
                } else if (distance < second) {
                    second = distance;
                }
            }
        }
        return new Cells(first, second, (nearest & 0xFFFFFF) * 0x1p-24);
    }

    /// 0 below `from`, 1 above `to`, a smooth step between.
    public static double step(double from, double to, double x) {
        double t = Math.clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
