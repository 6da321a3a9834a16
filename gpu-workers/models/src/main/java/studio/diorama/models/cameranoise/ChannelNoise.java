package studio.diorama.models.cameranoise;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The Poisson-Gaussian law of one colour channel: at linear light x (0 to 1, before white balance) the variance is
/// `shot · x + readVariance` (Foi et al. 2008, equation 3).
///
/// @param shot the part that grows with light, from counting photons; 0 to 1
/// @param readVariance the part that is there in the dark, from reading the sensor; 0 to 1
public record ChannelNoise(double shot, double readVariance) {

    public ChannelNoise {
        if (!(shot >= 0 && shot <= 1)) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Shot noise must be 0 to 1, got " + shot + ".");
        }
        if (!(readVariance >= 0 && readVariance <= 1)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "Read variance must be 0 to 1, got " + readVariance + ".");
        }
    }

    /// @param light linear light before white balance, 0 to 1
    public double variance(double light) {
        return shot * light + readVariance;
    }
}
