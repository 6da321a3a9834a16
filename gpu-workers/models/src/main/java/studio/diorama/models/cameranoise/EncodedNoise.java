package studio.diorama.models.cameranoise;

/// What Gaussian noise in light becomes after clipping and the tone curve, by the trapezoid rule over ±6 deviations.
///
/// @param shift what the light is moved by before noise is added
/// @param deviation standard deviation of the encoded value (0 to 1), shift included
record EncodedNoise(double shift, double deviation) {

    private static final int HALF_NODES = 48;
    private static final double NODES_PER_DEVIATION = 8;
    private static final double[] WEIGHTS = weights();
    private static final double MOST_SHIFT = 3;
    private static final int HALVINGS = 16;

    static EncodedNoise of(CleanReference reference, ToneEncoder encoder, double light, double sigma) {
        double shift = switch (reference) {
            case NOISE_FREE -> 0;
            case MEAN_OF_FILES -> unbiasedShift(encoder, light, sigma);
        };
        double mean = mean(encoder, light + shift, sigma);
        double squares = 0;
        for (int node = -HALF_NODES; node <= HALF_NODES; node++) {
            double error = encoder.encoded((float) (light + shift + sigma * node / NODES_PER_DEVIATION)) - mean;
            squares += WEIGHTS[node + HALF_NODES] * error * error;
        }
        return new EncodedNoise(shift, Math.sqrt(squares));
    }

    /// The shift that makes the mean of the encoded value that of the light itself, by bisection; where clipping
    /// forbids it, the farthest shift.
    private static double unbiasedShift(ToneEncoder encoder, double light, double sigma) {
        double wanted = encoder.encoded((float) light);
        double low = -MOST_SHIFT * sigma;
        double high = MOST_SHIFT * sigma;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (mean(encoder, light + middle, sigma) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double mean(ToneEncoder encoder, double light, double sigma) {
        double sum = 0;
        for (int node = -HALF_NODES; node <= HALF_NODES; node++) {
            sum += WEIGHTS[node + HALF_NODES] * encoder.encoded((float) (light + sigma * node / NODES_PER_DEVIATION));
        }
        return sum;
    }

    private static double[] weights() {
        double[] weights = new double[2 * HALF_NODES + 1];
        double sum = 0;
        for (int node = -HALF_NODES; node <= HALF_NODES; node++) {
            double z = node / NODES_PER_DEVIATION;
            weights[node + HALF_NODES] = Math.exp(-0.5 * z * z);
            sum += weights[node + HALF_NODES];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
