package studio.diorama.models.cameranoise.fit;

import studio.diorama.imaging.Rgb8Image;

/// How often each noisy code occurs with each clean code, channel by channel: all that the fit needs to know of any
/// number of pictures, in 1.5 MiB.
///
/// Pixels beside edges are left out: there, a shift of a fraction of a pixel between the two pictures of a real pair
/// looks like noise and is none.
final class CleanNoisyCounts {

    /// A clean pixel whose 3 × 3 neighbourhood spans more codes than this, in its channel, is beside an edge.
    private static final int EDGE = 32;

    private final long[][] counts = new long[3][256 * 256];
    private long pixels;

    void add(Rgb8Image clean, Rgb8Image noisy) {
        int width = clean.width();
        int height = clean.height();
        byte[] samples = clean.samples();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int i = 3 * (y * width + x) + channel;
                    if (!besideEdge(samples, width, height, x, y, channel)) {
                        counts[channel][(samples[i] & 0xFF) << 8 | (noisy.samples()[i] & 0xFF)]++;
                    }
                }
            }
        }
        pixels += clean.pixels();
    }

    long of(int channel, int clean, int noisy) {
        return counts[channel][clean << 8 | noisy];
    }

    /// Pixels of all pictures, edges included.
    long pixels() {
        return pixels;
    }

    private static boolean besideEdge(byte[] samples, int width, int height, int x, int y, int channel) {
        int lowest = 255;
        int highest = 0;
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                int code = samples[3 * (row * width + column) + channel] & 0xFF;
                lowest = Math.min(lowest, code);
                highest = Math.max(highest, code);
            }
        }
        return highest - lowest > EDGE;
    }
}
