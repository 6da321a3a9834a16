package studio.diorama.models.cameranoise.data;

import java.util.List;
import java.util.SplittableRandom;
import studio.diorama.imaging.Rgb8Image;

/// A burst whose every shift and noise is known: a scene given by a formula, so that it can be seen from anywhere
/// without resampling.
final class SyntheticBurst implements Frames {

    private final int width;
    private final int height;
    private final List<Shift> shifts;
    private final double deviation;

    /// @param deviation of Gaussian noise, in codes
    SyntheticBurst(int width, int height, List<Shift> shifts, double deviation) {
        this.width = width;
        this.height = height;
        this.shifts = List.copyOf(shifts);
        this.deviation = deviation;
    }

    @Override
    public int count() {
        return shifts.size();
    }

    @Override
    public String name(int frame) {
        return "frame-%02d.png".formatted(frame);
    }

    @Override
    public Rgb8Image open(int frame) {
        SplittableRandom random = new SplittableRandom(100 + frame);
        byte[] samples = new byte[3 * width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++, i++) {
                    double code = scene(frame, x, y, channel) + deviation * random.nextGaussian();
                    samples[i] = (byte) Math.round(Math.clamp(code, 0, 255));
                }
            }
        }
        return new Rgb8Image(width, height, samples);
    }

    /// Without noise, at a frame's own pixel.
    double scene(int frame, int x, int y, int channel) {
        double u = x - shifts.get(frame).dx();
        double v = y - shifts.get(frame).dy();
        return 120
                + 40 * Math.sin(0.31 * u + 0.12 * v + channel)
                + 30 * Math.sin(0.27 * v - 0.19 * u)
                + 20 * Math.sin(0.043 * u * (1 + 0.1 * channel)) * Math.cos(0.057 * v);
    }
}
