package studio.diorama.persistence.job;

import java.util.Set;
import java.util.UUID;

/// One of the laws and cameras whose noise a job mixes.
///
/// @param model `flow`, `heteroscedastic` or `isotropic`
/// @param camera name of a built-in camera; or null, and `profile` says which
/// @param profile a camera profile (or for `flow`, a noise model) of the same project; or null, and `camera` says which
/// @param lowestIso 25 to 409,600 and within the camera's range; null, with `highestIso`, takes each photo's own
/// @param highestIso not below the lowest; between the two each picture's ISO is drawn, even in its logarithm
public record NoiseRecipeSpec(String model, String camera, UUID profile, Integer lowestIso, Integer highestIso) {

    private static final Set<String> MODELS = Set.of("isotropic", "heteroscedastic", CameraNoiseSpec.FLOW);

    public NoiseRecipeSpec {
        if (!MODELS.contains(SpecCheck.present("model", model))) {
            throw SpecCheck.invalid("model", "flow, heteroscedastic or isotropic is accepted, got “" + model + "”");
        }
        if ((camera == null) == (profile == null)) {
            throw SpecCheck.invalid("camera", "either the name of a camera or a “profile” is needed, not both");
        }
        if ((lowestIso == null) != (highestIso == null)) {
            throw SpecCheck.invalid("highestIso", "a lowest and a highest ISO are needed, or neither");
        }
        if (lowestIso != null) {
            SpecCheck.range("lowestIso", lowestIso, 25, 409_600);
            SpecCheck.range("highestIso", highestIso, lowestIso, 409_600);
        }
    }
}
