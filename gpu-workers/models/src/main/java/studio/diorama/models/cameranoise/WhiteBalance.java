package studio.diorama.models.cameranoise;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What each channel of the sensor was multiplied by, green usually 1.
public record WhiteBalance(double red, double green, double blue) {

    /// No change.
    public static final WhiteBalance NEUTRAL = new WhiteBalance(1, 1, 1);

    public WhiteBalance {
        for (double gain : new double[] {red, green, blue}) {
            if (!(gain >= 0.1 && gain <= 10)) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT, "A white balance gain must be 0.1 to 10, got " + gain + ".");
            }
        }
    }

    /// @param channel 0 red, 1 green, 2 blue
    public double gain(int channel) {
        return switch (channel) {
            case 0 -> red;
            case 1 -> green;
            case 2 -> blue;
            default -> throw new IllegalArgumentException("channel must be 0 to 2, got " + channel);
        };
    }
}
