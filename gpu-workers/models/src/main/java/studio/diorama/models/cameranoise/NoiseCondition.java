package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Which camera, at which sensitivity.
///
/// @param profile the camera
/// @param iso any number between the lowest and the highest ISO that the profile was fitted at
public record NoiseCondition(CameraProfile profile, double iso) {

    public NoiseCondition {
        requireNonNull(profile, "profile is null");
        if (!(iso >= profile.minimumIso() && iso <= profile.maximumIso())) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Camera \"%s\" was fitted from ISO %s to ISO %s, got ISO %s. Choose an ISO in that range, or fit the camera at this ISO too."
                            .formatted(
                                    profile.name(),
                                    shown(profile.minimumIso()),
                                    shown(profile.maximumIso()),
                                    shown(iso)));
        }
    }

    /// The parameters at this ISO: those of a fitted ISO as they are, else interpolated between its two neighbours.
    public IsoNoise noise() {
        return profile.noiseAt(iso);
    }

    private static String shown(double iso) {
        return iso == Math.rint(iso) && Math.abs(iso) < 1e15 ? Long.toString((long) iso) : Double.toString(iso);
    }
}
