package studio.diorama.tensor.optimise;

/// How large the steps of training are, as training goes on.
public sealed interface LearningRate {

    /// The rate of one step.
    ///
    /// @param step from 0
    double at(long step);

    /// The same throughout.
    record Constant(double rate) implements LearningRate {

        public Constant {
            requirePositive(rate);
        }

        @Override
        public double at(long step) {
            return rate;
        }
    }

    /// Rises in a straight line to `peak`, then falls along half a cosine to `last` (Loshchilov, Hutter 2017).
    ///
    /// @param warmUpSteps how many steps it rises; 0 starts at the peak
    /// @param steps after which it stays at `last`
    record Cosine(double peak, double last, long warmUpSteps, long steps) implements LearningRate {

        public Cosine {
            requirePositive(peak);
            if (!(last >= 0 && last <= peak)) {
                throw new IllegalArgumentException("a last rate of 0 to %s expected, got %s".formatted(peak, last));
            }
            if (warmUpSteps < 0 || steps <= warmUpSteps) {
                throw new IllegalArgumentException(
                        "more steps than warm-up steps expected, got %d and %d".formatted(steps, warmUpSteps));
            }
        }

        @Override
        public double at(long step) {
            if (step < warmUpSteps) {
                return peak * (step + 1) / warmUpSteps;
            }
            double way = Math.min(1, (step - warmUpSteps) / (double) (steps - warmUpSteps));
            return last + (peak - last) * 0.5 * (1 + StrictMath.cos(Math.PI * way));
        }
    }

    /// Falls by one factor every so many steps.
    record Stairs(double first, double factor, long every) implements LearningRate {

        public Stairs {
            requirePositive(first);
            requirePositive(factor);
            if (every < 1) {
                throw new IllegalArgumentException("stairs of at least 1 step expected, got " + every);
            }
        }

        @Override
        public double at(long step) {
            return first * StrictMath.pow(factor, (double) Math.floorDiv(step, every));
        }
    }

    private static void requirePositive(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a number above 0 expected, got " + value);
        }
    }
}
