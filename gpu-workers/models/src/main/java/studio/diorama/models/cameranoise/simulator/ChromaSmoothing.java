package studio.diorama.models.cameranoise.simulator;

/// Noise reduction as simple cameras do it: brightness is kept, colour differences are smoothed.
final class ChromaSmoothing {

    /// Weights of five neighbouring pixels, in sixteenths.
    private static final int[] BINOMIAL = {1, 4, 6, 4, 1};

    private ChromaSmoothing() {}

    /// Mixes red minus brightness and blue minus brightness with their 5 × 5 neighbourhood. A mean of 1 to 4 to 6 to 4
    /// to 1 weights in each direction; border pixels are repeated.
    ///
    /// @param encoded (height × width × 3) encoded values, changed in place
    /// @param strength 0 keeps the differences, 1 replaces them by the neighbourhood's mean
    static void apply(float[] encoded, int width, int height, double strength) {
        float[] red = new float[width * height];
        float[] blue = new float[width * height];
        for (int i = 0; i < red.length; i++) {
            float brightness = brightness(encoded, i);
            red[i] = encoded[3 * i] - brightness;
            blue[i] = encoded[3 * i + 2] - brightness;
        }
        float[] smoothRed = smoothed(red, width, height);
        float[] smoothBlue = smoothed(blue, width, height);
        for (int i = 0; i < red.length; i++) {
            float brightness = brightness(encoded, i);
            float newRed = (float) (red[i] + strength * (smoothRed[i] - red[i]));
            float newBlue = (float) (blue[i] + strength * (smoothBlue[i] - blue[i]));
            encoded[3 * i] = brightness + newRed;
            encoded[3 * i + 1] = brightness - (0.299f * newRed + 0.114f * newBlue) / 0.587f;
            encoded[3 * i + 2] = brightness + newBlue;
        }
    }

    private static float brightness(float[] encoded, int pixel) {
        return 0.299f * encoded[3 * pixel] + 0.587f * encoded[3 * pixel + 1] + 0.114f * encoded[3 * pixel + 2];
    }

    private static float[] smoothed(float[] plane, int width, int height) {
        float[] across = new float[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = -2; k <= 2; k++) {
                    sum += BINOMIAL[k + 2] * plane[y * width + Math.clamp(x + k, 0, width - 1)];
                }
                across[y * width + x] = sum / 16;
            }
        }
        float[] both = new float[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = -2; k <= 2; k++) {
                    sum += BINOMIAL[k + 2] * across[Math.clamp(y + k, 0, height - 1) * width + x];
                }
                both[y * width + x] = sum / 16;
            }
        }
        return both;
    }
}
