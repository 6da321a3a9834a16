package studio.diorama.models.cameranoise.flow;

import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.NoisyImage;
import studio.diorama.models.cameranoise.flow.cpu.Area;

/// The rows of a picture that noise is drawn for: gives the clean ones, takes the noisy ones, and writes the level map
/// along with them. Threads may share it, each with rows of its own.
final class FlowRows implements FlowSampler.Clean, FlowSampler.Noisy {

    private final RgbImage clean;
    private final Area picture;
    private final FlowLevels levels;
    /// The noisy codes; the one that is not wanted is empty.
    private final byte[] codes8;

    private final short[] codes16;
    private final short[] level;

    /// @param picture where the clean picture lies in the whole one
    /// @param bitDepth of the noisy picture, 8 or 16
    FlowRows(RgbImage clean, Area picture, int bitDepth, FlowLevels levels) {
        this.clean = clean;
        this.picture = picture;
        this.levels = levels;
        int samples = Math.multiplyExact(Math.multiplyExact(picture.width(), picture.height()), 3);
        codes8 = new byte[bitDepth == 8 ? samples : 0];
        codes16 = new short[bitDepth == 8 ? 0 : samples];
        level = new short[samples];
    }

    /// The picture, once all rows have been written.
    NoisyImage drawn() {
        RgbImage noisy = codes8.length > 0
                ? new Rgb8Image(picture.width(), picture.height(), codes8)
                : new Rgb16Image(picture.width(), picture.height(), codes16);
        return new NoisyImage(noisy, new Rgb16Image(picture.width(), picture.height(), level));
    }

    @Override
    public void read(int place, int x, int y, float[] row) {
        int from = at(place, x, y);
        switch (clean) {
            case Rgb8Image c -> {
                byte[] samples = c.samples();
                for (int i = 0; i < row.length; i++) {
                    row[i] = ((samples[from + 3 * i] & 0xFF) + 0.5f) / 256f;
                }
            }
            case Rgb16Image c -> {
                short[] samples = c.samples();
                for (int i = 0; i < row.length; i++) {
                    row[i] = ((samples[from + 3 * i] & 0xFFFF) / 257f + 0.5f) / 256f;
                }
            }
        }
    }

    @Override
    public void write(int place, int x, int y, float[] row) {
        int to = at(place, x, y);
        if (codes8.length > 0) {
            for (int i = 0; i < row.length; i++) {
                // Towards zero is as good as down, for what is below zero is clamped.
                codes8[to + 3 * i] = (byte) Math.clamp((int) (256f * row[i]), 0, 255);
            }
        } else {
            for (int i = 0; i < row.length; i++) {
                codes16[to + 3 * i] = (short) Math.clamp(Math.round(257f * (256f * row[i] - 0.5f)), 0, 65535);
            }
        }
        switch (clean) {
            case Rgb8Image c -> {
                byte[] samples = c.samples();
                for (int i = to; i < to + 3 * row.length; i += 3) {
                    level[i] = levels.at(place, samples[i] & 0xFF);
                }
            }
            case Rgb16Image c -> {
                short[] samples = c.samples();
                for (int i = to; i < to + 3 * row.length; i += 3) {
                    level[i] = levels.at(place, ((samples[i] & 0xFFFF) * 255 + 32767) / 65535);
                }
            }
        }
    }

    private int at(int place, int x, int y) {
        return 3 * ((y - picture.top()) * picture.width() + x - picture.left()) + place;
    }
}
