package studio.diorama.models.cameranoise.simulator;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;

/// A camera that does not exist, by its physics. Light is 1 where a photosite is full at the ISO in use.
///
/// @param name clearly an invented one
/// @param description what kind of camera it is like
/// @param minimumIso lowest ISO
/// @param maximumIso highest ISO
/// @param shotAtIso100 variance per unit of light at ISO 100, the inverse of the electrons that fill a photosite;
/// grows in proportion to ISO
/// @param readBeforeGainAtIso100 deviation of what is added before the amplifier, at ISO 100; grows in proportion to
/// ISO
/// @param readAfterGain deviation of what is added after the amplifier, the same at every ISO
/// @param rowShare deviation of the noise that a whole row shares, as a share of the read noise
/// @param whiteBalance gains from the sensor's channels to balanced light in daylight
/// @param cameraToSrgb (3 × 3) rows that each sum to 1: balanced camera light to linear sRGB
/// @param demosaic how the camera makes up the colours its photosites miss
/// @param chromaSmoothing how far colour differences are smoothed over 5 × 5 pixels, 0 (not) to 1
/// @param toneCurve how linear light becomes file values
/// @param compression of the camera's files
/// @param use what it is for when a noise model is learnt
public record SyntheticSensor(
        String name,
        String description,
        int minimumIso,
        int maximumIso,
        double shotAtIso100,
        double readBeforeGainAtIso100,
        double readAfterGain,
        double rowShare,
        WhiteBalance whiteBalance,
        List<List<Double>> cameraToSrgb,
        Demosaic demosaic,
        double chromaSmoothing,
        ToneCurve toneCurve,
        Compression compression,
        SensorUse use) {

    public SyntheticSensor {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(whiteBalance, "whiteBalance is null");
        requireNonNull(demosaic, "demosaic is null");
        requireNonNull(toneCurve, "toneCurve is null");
        requireNonNull(compression, "compression is null");
        requireNonNull(use, "use is null");
        cameraToSrgb = cameraToSrgb.stream().map(List::copyOf).toList();
        if (minimumIso < 1 || maximumIso < minimumIso) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Sensor \"%s\" needs an ISO range, got %d to %d.".formatted(name, minimumIso, maximumIso));
        }
        for (double part :
                new double[] {shotAtIso100, readBeforeGainAtIso100, readAfterGain, rowShare, chromaSmoothing}) {
            if (!(part >= 0 && part <= 1)) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "Every figure of noise and smoothing of sensor \"%s\" must be 0 to 1, got %s."
                                .formatted(name, part));
            }
        }
        if (cameraToSrgb.size() != 3
                || cameraToSrgb.stream()
                        .anyMatch(row -> row.size() != 3
                                || Math.abs(row.stream()
                                                        .mapToDouble(Double::doubleValue)
                                                        .sum()
                                                - 1)
                                        > 1e-6)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Sensor \"%s\" needs a 3 × 3 colour matrix with rows that sum to 1, so that grey stays grey."
                            .formatted(name));
        }
    }

    /// Variance per unit of light at an ISO.
    public double shot(double iso) {
        return shotAtIso100 * iso / 100;
    }

    /// Standard deviation of the read noise at an ISO.
    public double read(double iso) {
        return Math.hypot(readBeforeGainAtIso100 * iso / 100, readAfterGain);
    }

    /// @throws DioramaException naming the range where the ISO is outside it
    public void requireIso(double iso) {
        if (!(iso >= minimumIso && iso <= maximumIso)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Sensor \"%s\" goes from ISO %d to ISO %d, got ISO %s."
                            .formatted(name, minimumIso, maximumIso, iso));
        }
    }
}
