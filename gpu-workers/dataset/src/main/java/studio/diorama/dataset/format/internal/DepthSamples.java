package studio.diorama.dataset.format.internal;

/// Depth as whole numbers of 16 bits.
final class DepthSamples {

    private DepthSamples() {}

    /// @param metres per pixel, 0 for none
    /// @param perMetre steps in a metre
    /// @return nearest steps; 0 where there is no depth or it is too far
    static short[] of(float[] metres, double perMetre) {
        short[] samples = new short[metres.length];
        for (int i = 0; i < metres.length; i++) {
            long steps = Math.round(metres[i] * perMetre);
            samples[i] = (short) (steps < 0 || steps > 65_535 ? 0 : steps);
        }
        return samples;
    }
}
