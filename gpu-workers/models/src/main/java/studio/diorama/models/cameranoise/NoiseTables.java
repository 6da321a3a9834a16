package studio.diorama.models.cameranoise;

/// Everything that a clean code decides, looked up: its linear light, the noise there, and the level map's value.
///
/// @param light (codes) linear light after white balance
/// @param sigma (3 × codes) standard deviation of the noise in that light, channel by channel
/// @param level (3 × codes) the level map's values
/// @param encoder linear light to codes
record NoiseTables(float[] light, float[] sigma, short[] level, ToneEncoder encoder) {

    private static final int LEVEL_KNOTS = 1024;
    private static final int HALF_NODES = 48;
    private static final double FARTHEST = 6;

    /// @param codes 256 or 65536
    static NoiseTables of(CameraProfile profile, IsoNoise noise, int codes) {
        float[] light = new float[codes];
        float[] sigma = new float[3 * codes];
        short[] level = new short[3 * codes];
        ToneEncoder encoder = new ToneEncoder(profile.toneCurve());
        for (int code = 0; code < codes; code++) {
            light[code] = (float) profile.toneCurve().toLinear(code / (codes - 1.0));
        }
        for (int channel = 0; channel < 3; channel++) {
            double gain = profile.whiteBalance().gain(channel);
            ChannelNoise law = noise.channel(channel);
            for (int code = 0; code < codes; code++) {
                sigma[channel * codes + code] = (float) (gain * Math.sqrt(law.variance(light[code] / gain)));
            }
            fillLevels(encoder, light, sigma, level, channel * codes);
        }
        return new NoiseTables(light, sigma, level, encoder);
    }

    /// Exact at every 8-bit code; among 65536 codes at every 64th, straight in between.
    private static void fillLevels(ToneEncoder encoder, float[] light, float[] sigma, short[] level, int offset) {
        int codes = light.length;
        int step = Math.max(1, codes / LEVEL_KNOTS);
        double below = encodedDeviation(encoder, light[0], sigma[offset]);
        for (int start = 0; start < codes; start += step) {
            int end = Math.min(start + step, codes - 1);
            double above = encodedDeviation(encoder, light[end], sigma[offset + end]);
            for (int i = 0; i < step; i++) {
                double deviation = below + (above - below) * i / step;
                level[offset + start + i] = (short) Math.round(255 * NoisyImage.LEVELS_PER_CODE * deviation);
            }
            below = above;
        }
    }

    /// The standard deviation of the encoded value of clip(N(light, sigma²)), by the trapezoid rule over ±6 sigma.
    static double encodedDeviation(ToneEncoder encoder, double light, double sigma) {
        double mass = 0;
        double sum = 0;
        double squares = 0;
        double centre = encoder.encoded((float) light);
        for (int node = -HALF_NODES; node <= HALF_NODES; node++) {
            double z = FARTHEST * node / HALF_NODES;
            double weight = Math.exp(-0.5 * z * z);
            double value = encoder.encoded((float) (light + sigma * z)) - centre;
            mass += weight;
            sum += weight * value;
            squares += weight * value * value;
        }
        double mean = sum / mass;
        return Math.sqrt(Math.max(0, squares / mass - mean * mean));
    }
}
