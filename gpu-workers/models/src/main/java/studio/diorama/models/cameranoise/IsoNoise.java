package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What a camera's noise is at one ISO, for both classical models.
///
/// @param iso the sensitivity
/// @param red heteroscedastic law of the red channel
/// @param green heteroscedastic law of the green channel
/// @param blue heteroscedastic law of the blue channel
/// @param isotropicSigma standard deviation of the isotropic model in linear light before white balance, 0 to 1
/// @param fittedPixels how many pixels the fit saw; 0 where the numbers were not fitted
/// @param fitResidual root mean square, over clean-intensity bins, of ln(std of the model / std measured) in 8-bit
/// sRGB
public record IsoNoise(
        double iso,
        ChannelNoise red,
        ChannelNoise green,
        ChannelNoise blue,
        double isotropicSigma,
        long fittedPixels,
        double fitResidual) {

    public IsoNoise {
        requireNonNull(red, "red is null");
        requireNonNull(green, "green is null");
        requireNonNull(blue, "blue is null");
        if (!(iso >= 1 && iso <= 10_000_000)) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "ISO must be 1 to 10000000, got " + iso + ".");
        }
        if (!(isotropicSigma >= 0 && isotropicSigma <= 1)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "Isotropic sigma must be 0 to 1, got " + isotropicSigma + ".");
        }
        if (fittedPixels < 0 || !(fitResidual >= 0 && fitResidual < 1e6)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Fitted pixels and fit residual must not be negative, got %d and %s."
                            .formatted(fittedPixels, fitResidual));
        }
    }

    /// @param index 0 red, 1 green, 2 blue
    public ChannelNoise channel(int index) {
        return switch (index) {
            case 0 -> red;
            case 1 -> green;
            case 2 -> blue;
            default -> throw new IllegalArgumentException("channel must be 0 to 2, got " + index);
        };
    }

    /// The noise at an ISO between `this` and `above`. Each parameter is straight in (log ISO, log parameter), so one
    /// that is proportional to ISO stays so; where either end is 0 it is straight in log ISO.
    IsoNoise interpolate(IsoNoise above, double atIso) {
        double weight = Math.log(atIso / iso) / Math.log(above.iso / iso);
        return new IsoNoise(
                atIso,
                between(red, above.red, weight),
                between(green, above.green, weight),
                between(blue, above.blue, weight),
                between(isotropicSigma, above.isotropicSigma, weight),
                Math.min(fittedPixels, above.fittedPixels),
                Math.max(fitResidual, above.fitResidual));
    }

    private static ChannelNoise between(ChannelNoise low, ChannelNoise high, double weight) {
        return new ChannelNoise(
                between(low.shot(), high.shot(), weight), between(low.readVariance(), high.readVariance(), weight));
    }

    private static double between(double low, double high, double weight) {
        return low > 0 && high > 0 ? Math.min(1, low * Math.pow(high / low, weight)) : low + (high - low) * weight;
    }
}
