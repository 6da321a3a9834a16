package studio.diorama.dataset.library.internal.shape;

/// Upholstery: a subdivided box whose edges are soft and whose middle swells.
public final class Cushion {

    private Cushion() {}

    /// A cushion about the origin.
    ///
    /// @param soft how far its edges are rounded, in metres
    /// @param swell how far its larger faces stand out in their middle, in metres
    public static Surface of(double width, double height, double depth, double soft, double swell, int rounds) {
        double[] xs = lines(width / 2, soft);
        double[] ys = lines(height / 2, Math.min(soft, height * 0.3));
        double[] zs = lines(depth / 2, soft);
        Surface cage = new Surface();
        sides(cage, xs, ys, zs);
        Surface round = Subdivision.of(cage.welded(), rounds);
        Surface swollen = round.map(p -> {
            double x = 2 * p.x() / width;
            double y = 2 * p.y() / height;
            double z = 2 * p.z() / depth;
            double top = (1 - x * x) * (1 - z * z);
            double front = (1 - x * x) * (1 - y * y);
            double side = (1 - y * y) * (1 - z * z);
            return new Vec3(p.x() + 0.35 * swell * side * x, p.y() + swell * top * y, p.z() + 0.5 * swell * front * z);
        });
        return BoxMapping.along(width > depth ? Vec3.X : Vec3.Z, swollen);
    }

    private static double[] lines(double half, double soft) {
        double inner = half - Math.min(soft, half * 0.8);
        return new double[] {-half, -inner, inner, half};
    }

    private static void sides(Surface cage, double[] xs, double[] ys, double[] zs) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double x0 = xs[i];
                double x1 = xs[i + 1];
                double y0 = ys[j];
                double y1 = ys[j + 1];
                double yx0 = ys[i];
                double yx1 = ys[i + 1];
                double z0 = zs[j];
                double z1 = zs[j + 1];
                quad(cage, x0, y0, zs[3], x1, y0, zs[3], x1, y1, zs[3], x0, y1, zs[3]);
                quad(cage, x1, y0, zs[0], x0, y0, zs[0], x0, y1, zs[0], x1, y1, zs[0]);
                quad(cage, x0, ys[3], z1, x1, ys[3], z1, x1, ys[3], z0, x0, ys[3], z0);
                quad(cage, x0, ys[0], z0, x1, ys[0], z0, x1, ys[0], z1, x0, ys[0], z1);
                quad(cage, xs[3], yx0, z1, xs[3], yx0, z0, xs[3], yx1, z0, xs[3], yx1, z1);
                quad(cage, xs[0], yx0, z0, xs[0], yx0, z1, xs[0], yx1, z1, xs[0], yx1, z0);
            }
        }
    }

    private static void quad(Surface cage, double... p) {
        cage.face(
                cage.point(new Vec3(p[0], p[1], p[2])),
                cage.point(new Vec3(p[3], p[4], p[5])),
                cage.point(new Vec3(p[6], p[7], p[8])),
                cage.point(new Vec3(p[9], p[10], p[11])));
    }
}
