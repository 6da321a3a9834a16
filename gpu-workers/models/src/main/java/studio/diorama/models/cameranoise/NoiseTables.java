package studio.diorama.models.cameranoise;

/// Everything that a clean code decides, looked up: the light that noise is added to, the noise there, and the level
/// map's value.
///
/// @param light (3 × codes) linear light after white balance, channel by channel
/// @param sigma (3 × codes) standard deviation of the noise in that light
/// @param level (3 × codes) the level map's values
/// @param encoder linear light to codes
record NoiseTables(float[] light, float[] sigma, short[] level, ToneEncoder encoder) {

    /// What costs an integral is worked out at this many codes of a 16-bit picture (at every code of an 8-bit one) and
    /// taken as straight in between.
    private static final int KNOTS = 1024;

    /// @param codes 256 or 65536
    static NoiseTables of(CameraProfile profile, IsoNoise noise, int codes) {
        float[] light = new float[3 * codes];
        float[] sigma = new float[3 * codes];
        short[] level = new short[3 * codes];
        ToneEncoder encoder = new ToneEncoder(profile.toneCurve());
        for (int channel = 0; channel < 3; channel++) {
            double gain = profile.whiteBalance().gain(channel);
            ChannelNoise law = noise.channel(channel);
            for (int code = 0; code < codes; code++) {
                double here = profile.toneCurve().toLinear(code / (codes - 1.0));
                light[channel * codes + code] = (float) here;
                sigma[channel * codes + code] = (float) (gain * Math.sqrt(law.variance(here / gain)));
            }
            integrate(profile.cleanReference(), encoder, light, sigma, level, channel * codes, codes);
        }
        return new NoiseTables(light, sigma, level, encoder);
    }

    private static void integrate(
            CleanReference reference,
            ToneEncoder encoder,
            float[] light,
            float[] sigma,
            short[] level,
            int offset,
            int codes) {
        int step = Math.max(1, codes / KNOTS);
        EncodedNoise below = EncodedNoise.of(reference, encoder, light[offset], sigma[offset]);
        for (int start = 0; start < codes; start += step) {
            int end = Math.min(start + step, codes - 1);
            EncodedNoise above = EncodedNoise.of(reference, encoder, light[offset + end], sigma[offset + end]);
            for (int i = 0; i < step; i++) {
                double weight = i / (double) step;
                double deviation = below.deviation() + (above.deviation() - below.deviation()) * weight;
                level[offset + start + i] = (short) Math.round(255 * NoisyImage.LEVELS_PER_CODE * deviation);
                light[offset + start + i] += (float) (below.shift() + (above.shift() - below.shift()) * weight);
            }
            below = above;
        }
    }
}
