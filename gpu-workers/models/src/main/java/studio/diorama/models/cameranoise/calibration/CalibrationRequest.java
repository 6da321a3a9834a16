package studio.diorama.models.cameranoise.calibration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.fit.PairFile;

/// What to learn.
///
/// @param camera what to call it; all pairs count as this camera's
/// @param pairs of any number of scenes and ISOs, 8 bits or converted to 8
/// @param steps of training at most; it ends earlier where held-out pairs say so
/// @param seed the same seed gives the same weights on the same device
/// @param threads of the measurements
public record CalibrationRequest(String camera, List<PairFile> pairs, int steps, Seed seed, int threads) {

    public CalibrationRequest {
        requireNonNull(camera, "camera is null");
        requireNonNull(seed, "seed is null");
        if (camera.isBlank() || camera.length() > 80) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A camera's name must be 1 to 80 characters, got %d.".formatted(camera.length()));
        }
        if (pairs.isEmpty()) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "At least one clean/noisy pair is needed, got none.");
        }
        if (steps < 1) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "At least one step is needed, got " + steps + ".");
        }
        pairs = pairs.stream()
                .map(pair -> new PairFile(camera, pair.iso(), pair.scene(), pair.clean(), pair.noisy()))
                .toList();
    }
}
