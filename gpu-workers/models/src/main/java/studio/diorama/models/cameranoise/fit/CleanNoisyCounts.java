package studio.diorama.models.cameranoise.fit;

import studio.diorama.imaging.Rgb8Image;

/// How often each noisy code occurs with each clean code, channel by channel: all that the fit needs to know of any
/// number of pictures, in 1.5 MiB. Samples beside edges are left out.
final class CleanNoisyCounts {

    private final long[][] counts = new long[3][256 * 256];
    private long pixels;

    void add(CleanPicture clean, Rgb8Image noisy) {
        byte[] cleanSamples = clean.picture().samples();
        byte[] noisySamples = noisy.samples();
        int end = cleanSamples.length;
        for (int i = clean.edges().nextClearBit(0); i < end; i = clean.edges().nextClearBit(i + 1)) {
            counts[i % 3][(cleanSamples[i] & 0xFF) << 8 | (noisySamples[i] & 0xFF)]++;
        }
        pixels += noisy.pixels();
    }

    long of(int channel, int clean, int noisy) {
        return counts[channel][clean << 8 | noisy];
    }

    /// Pixels of all pictures, edges included.
    long pixels() {
        return pixels;
    }
}
