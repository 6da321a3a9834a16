package studio.diorama.models.cameranoise.data;

import java.util.Arrays;
import java.util.List;

/// How far one picture of a static scene lies from another, to a few hundredths of a pixel.
///
/// Coarse to fine (Lucas, Kanade: *An iterative image registration technique*, IJCAI 1981): each of the halved pictures
/// is solved by Gauss and Newton's iteration on the brightness difference, samples far from the rest weighted down
/// (Huber), so that something that moves does not pull the whole. At the coarsest, whole-pixel shifts are tried too,
/// and
/// taken where they end clearly better than no shift does: a periodic pattern fits at many places. The gradients are
/// those of the reference, whose noise is independent of the other picture's: noise slows the iteration and does not
/// bias it.
///
/// @param shift where the reference's content lies in the other picture
/// @param uncertainty standard deviation in pixels along the worse direction; infinite where no texture stands out of
/// the noise
/// @param deviation robust standard deviation of what remains
record TranslationEstimate(Shift shift, double uncertainty, double deviation) {

    private static final int COARSE_REACH = 4;
    private static final int MOST_SAMPLES = 250_000;
    private static final int MOST_STEPS = 12;
    private static final double CLOSE_ENOUGH = 0.002;
    private static final double CLEARLY_BETTER = 0.8;

    /// @param reference a pyramid, finest first
    /// @param other a pyramid of the same sizes
    static TranslationEstimate between(List<Plane> reference, List<Plane> other) {
        int coarsest = reference.size() - 1;
        Plane smallReference = reference.get(coarsest);
        Plane smallOther = other.get(coarsest);
        TranslationEstimate estimate = refined(smallReference, smallOther, Shift.NONE);
        Shift tried = coarseShift(smallReference, smallOther);
        if (!tried.equals(Shift.NONE)) {
            TranslationEstimate moved = refined(smallReference, smallOther, tried);
            estimate = moved.deviation < CLEARLY_BETTER * estimate.deviation ? moved : estimate;
        }
        for (int level = coarsest - 1; level >= 0; level--) {
            estimate = refined(reference.get(level), other.get(level), estimate.shift.times(2));
        }
        return estimate;
    }

    private static Shift coarseShift(Plane reference, Plane other) {
        double best = difference(reference, other, 0, 0);
        Shift shift = Shift.NONE;
        for (int dy = -COARSE_REACH; dy <= COARSE_REACH; dy++) {
            for (int dx = -COARSE_REACH; dx <= COARSE_REACH; dx++) {
                double here = difference(reference, other, dx, dy);
                if (here < best) {
                    best = here;
                    shift = new Shift(dx, dy);
                }
            }
        }
        return shift;
    }

    /// Mean absolute difference where both are, over an area that is the same for every shift.
    private static double difference(Plane reference, Plane other, int dx, int dy) {
        int margin = Math.min(COARSE_REACH, (Math.min(reference.width(), reference.height()) - 1) / 2);
        int x0 = Math.clamp(dx, -margin, margin);
        int y0 = Math.clamp(dy, -margin, margin);
        double sum = 0;
        int count = 0;
        for (int y = margin; y < reference.height() - margin; y++) {
            for (int x = margin; x < reference.width() - margin; x++, count++) {
                sum += Math.abs(reference.at(x, y) - other.at(x + x0, y + y0));
            }
        }
        return sum / count;
    }

    private static TranslationEstimate refined(Plane reference, Plane other, Shift start) {
        int margin = 2 + (int) Math.ceil(Math.max(Math.abs(start.dx()), Math.abs(start.dy())));
        int columns = reference.width() - 2 * margin;
        int rows = reference.height() - 2 * margin;
        if (columns < 8 || rows < 8) {
            return new TranslationEstimate(start, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) columns * rows / MOST_SAMPLES)));
        Shift shift = start;
        for (int iteration = 0; iteration < MOST_STEPS; iteration++) {
            Normal normal = Normal.of(reference, other, shift, margin, step);
            double[] move = normal.move();
            double length = Math.hypot(move[0], move[1]);
            double shortened = length > 1 ? 1 / length : 1;
            shift = shift.plus(shortened * move[0], shortened * move[1]);
            if (length < CLOSE_ENOUGH || start.plus(-shift.dx(), -shift.dy()).length() > 3) {
                break;
            }
        }
        Normal end = Normal.of(reference, other, shift, margin, step);
        return new TranslationEstimate(
                shift, end.deviation / Math.sqrt(texture(reference, other, shift, margin, step)), end.deviation);
    }

    /// The gradients' energy along the direction that has less of it, without that of noise: products of the two
    /// pictures' gradients, whose noises are independent. 0 where it does not stand out of the noise.
    private static double texture(Plane reference, Plane other, Shift shift, int margin, int step) {
        int dx = (int) Math.round(shift.dx());
        int dy = (int) Math.round(shift.dy());
        double axx = 0;
        double axy = 0;
        double ayy = 0;
        double energy = 0;
        int count = 0;
        for (int y = margin; y < reference.height() - margin; y += step) {
            for (int x = margin; x < reference.width() - margin; x += step, count++) {
                double gx = reference.slopeAcross(x, y);
                double gy = reference.slopeDown(x, y);
                double otherX = other.slopeAcross(x + dx, y + dy);
                double otherY = other.slopeDown(x + dx, y + dy);
                axx += gx * otherX;
                axy += (gx * otherY + gy * otherX) / 2;
                ayy += gy * otherY;
                energy += gx * gx + gy * gy;
            }
        }
        double smaller = (axx + ayy) / 2 - Math.hypot((axx - ayy) / 2, axy);
        return smaller > 5 * energy / 2 / Math.sqrt(count) ? smaller : 0;
    }

    /// The normal equations of one step: a · move = b.
    private record Normal(double axx, double axy, double ayy, double bx, double by, double deviation) {

        static Normal of(Plane reference, Plane other, Shift shift, int margin, int step) {
            int columns = (reference.width() - 2 * margin + step - 1) / step;
            int rows = (reference.height() - 2 * margin + step - 1) / step;
            int left = (int) Math.floor(shift.dx());
            int top = (int) Math.floor(shift.dy());
            double[] across = CubicWeights.of(shift.dx() - left);
            double[] down = CubicWeights.of(shift.dy() - top);
            float[] residuals = new float[columns * rows];
            for (int row = 0, i = 0; row < rows; row++) {
                int y = margin + row * step;
                for (int column = 0; column < columns; column++, i++) {
                    int x = margin + column * step;
                    residuals[i] = (float) (reference.at(x, y) - other.between(x + left, y + top, across, down));
                }
            }
            double deviation = robustDeviation(residuals);
            double bound = 1.5 * Math.max(deviation, 0.1);
            double axx = 0;
            double axy = 0;
            double ayy = 0;
            double bx = 0;
            double by = 0;
            for (int row = 0, i = 0; row < rows; row++) {
                int y = margin + row * step;
                for (int column = 0; column < columns; column++, i++) {
                    int x = margin + column * step;
                    double weight = Math.min(1, bound / Math.abs(residuals[i]));
                    double gx = reference.slopeAcross(x, y);
                    double gy = reference.slopeDown(x, y);
                    axx += weight * gx * gx;
                    axy += weight * gx * gy;
                    ayy += weight * gy * gy;
                    bx += weight * gx * residuals[i];
                    by += weight * gy * residuals[i];
                }
            }
            return new Normal(axx, axy, ayy, bx, by, deviation);
        }

        /// Where one direction has no texture, nothing is moved along it.
        double[] move() {
            double damping = 1e-6 * (axx + ayy) + 1e-9;
            double determinant = (axx + damping) * (ayy + damping) - axy * axy;
            return new double[] {
                ((ayy + damping) * bx - axy * by) / determinant, ((axx + damping) * by - axy * bx) / determinant
            };
        }

        private static double robustDeviation(float[] residuals) {
            float[] magnitudes = new float[residuals.length];
            for (int i = 0; i < residuals.length; i++) {
                magnitudes[i] = Math.abs(residuals[i]);
            }
            Arrays.sort(magnitudes);
            return 1.4826 * magnitudes[magnitudes.length / 2];
        }
    }
}
