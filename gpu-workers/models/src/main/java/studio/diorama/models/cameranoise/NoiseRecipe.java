package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

/// Whose noise, and how much of it: a law, a camera and the choice of ISO.
///
/// @param model the law
/// @param profile the camera
/// @param iso the ISO of each picture
public record NoiseRecipe(NoiseModel model, CameraProfile profile, IsoChoice iso) {

    public NoiseRecipe {
        requireNonNull(model, "model is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(iso, "iso is null");
        // Refuse before the first picture what would be refused at some later one.
        switch (iso) {
            case IsoChoice.Fixed fixed -> new NoiseCondition(profile, fixed.iso());
            case IsoChoice.Range range -> {
                new NoiseCondition(profile, range.lowest());
                new NoiseCondition(profile, range.highest());
            }
            case IsoChoice.AsInPhoto _ -> {}
        }
    }
}
