package studio.diorama.models.cameranoise.data;

import java.util.SplittableRandom;

/// An area of a procedural scene, by the signed distance of places from its edge: negative inside, in pixels.
sealed interface SceneShape {

    double distance(double x, double y);

    double left();

    double top();

    double right();

    double bottom();

    static SceneShape everywhere() {
        return new Turned(0, 0, 1e9, 1e9, 0, false);
    }

    /// From slivers to most of the picture.
    static SceneShape random(SplittableRandom random, int width, int height) {
        double side = Math.max(8, Math.min(width, height));
        double x = random.nextDouble(width);
        double y = random.nextDouble(height);
        double half = side * Math.exp(random.nextDouble(Math.log(0.02), Math.log(0.6)));
        double otherHalf = half * Math.exp(random.nextDouble(Math.log(0.15), 0));
        double angle = random.nextInt(3) == 0 ? 0 : random.nextDouble(Math.PI);
        return switch (random.nextInt(4)) {
            case 0 -> new Turned(x, y, half, otherHalf, angle, true);
            case 1 ->
                new Stroke(
                        x,
                        y,
                        random.nextDouble(width),
                        random.nextDouble(height),
                        Math.exp(random.nextDouble(Math.log(0.4), Math.log(6))));
            default -> new Turned(x, y, half, otherHalf, angle, false);
        };
    }

    /// A rectangle or an ellipse.
    ///
    /// @param x centre
    /// @param y centre
    /// @param halfWidth before it is turned
    /// @param halfHeight before it is turned
    /// @param angle in radians
    /// @param isRound whether an ellipse
    record Turned(double x, double y, double halfWidth, double halfHeight, double angle, boolean isRound)
            implements SceneShape {

        @Override
        public double distance(double px, double py) {
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            double along = Math.abs(cosine * (px - x) + sine * (py - y));
            double across = Math.abs(cosine * (py - y) - sine * (px - x));
            if (isRound) {
                // First order in the distance, which is exact enough where it matters: at the edge.
                double radius = Math.hypot(along / halfWidth, across / halfHeight);
                double slope = Math.hypot(along / (halfWidth * halfWidth), across / (halfHeight * halfHeight));
                return slope == 0 ? -halfHeight : radius * (radius - 1) / slope;
            }
            double outAlong = along - halfWidth;
            double outAcross = across - halfHeight;
            return Math.hypot(Math.max(0, outAlong), Math.max(0, outAcross))
                    + Math.min(0, Math.max(outAlong, outAcross));
        }

        private double reach() {
            return Math.hypot(halfWidth, halfHeight) + 1;
        }

        @Override
        public double left() {
            return x - reach();
        }

        @Override
        public double top() {
            return y - reach();
        }

        @Override
        public double right() {
            return x + reach();
        }

        @Override
        public double bottom() {
            return y + reach();
        }
    }

    /// A line with round ends.
    ///
    /// @param radius half its width
    record Stroke(double x0, double y0, double x1, double y1, double radius) implements SceneShape {

        @Override
        public double distance(double x, double y) {
            double dx = x1 - x0;
            double dy = y1 - y0;
            double length = dx * dx + dy * dy;
            double share = length == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
            return Math.hypot(x - x0 - share * dx, y - y0 - share * dy) - radius;
        }

        @Override
        public double left() {
            return Math.min(x0, x1) - radius - 1;
        }

        @Override
        public double top() {
            return Math.min(y0, y1) - radius - 1;
        }

        @Override
        public double right() {
            return Math.max(x0, x1) + radius + 1;
        }

        @Override
        public double bottom() {
            return Math.max(y0, y1) + radius + 1;
        }
    }
}
