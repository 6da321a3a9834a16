package studio.diorama.persistence.job;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Noise of a camera for photographs.
///
/// @param version 1
/// @param model `flow`, `heteroscedastic` or `isotropic`
/// @param camera name of a built-in camera; or null, and `profile` says which
/// @param profile a camera profile (or for `flow`, a noise model) of the same project; or null, and `camera` says which
/// @param iso 25 to 409,600 and within the camera's range; null takes each photo's own from its EXIF
/// @param seed the same seed gives the same bytes
/// @param images the photographs, at most `diorama.limits.images-per-job`
/// @param bitDepths 8, 16 or both
/// @param dataset whether to make the zip of clean and noisy pairs too
public record CameraNoiseSpec(
        int version,
        String model,
        String camera,
        UUID profile,
        Integer iso,
        long seed,
        List<UUID> images,
        Set<Integer> bitDepths,
        boolean dataset)
        implements JobSpec {

    /// Name in JSON, in the queue and in addresses.
    public static final String PIPELINE = "camera-noise";

    /// The normalizing flow's name; it reads noise models, the others camera profiles.
    public static final String FLOW = "flow";

    private static final Set<String> MODELS = Set.of("isotropic", "heteroscedastic", FLOW);

    public CameraNoiseSpec {
        SpecCheck.version(version, 1);
        if (!MODELS.contains(SpecCheck.present("model", model))) {
            throw SpecCheck.invalid("model", "flow, heteroscedastic or isotropic is accepted, got “" + model + "”");
        }
        if ((camera == null) == (profile == null)) {
            throw SpecCheck.invalid("camera", "either the name of a camera or a “profile” is needed, not both");
        }
        if (iso != null) {
            SpecCheck.range("iso", iso, 25, 409_600);
        }
        SpecCheck.notEmpty("images", images);
        if (images.stream().distinct().count() != images.size()) {
            throw SpecCheck.invalid("images", "an image is named twice");
        }
        images = List.copyOf(images);
        SpecCheck.notEmpty("bitDepths", bitDepths);
        if (!Set.of(8, 16).containsAll(bitDepths)) {
            throw SpecCheck.invalid("bitDepths", "8 and 16 are accepted, got " + bitDepths);
        }
        bitDepths = Set.copyOf(bitDepths);
    }

    @Override
    public String pipeline() {
        return PIPELINE;
    }

    @Override
    public List<UUID> inputs() {
        return profile == null
                ? images
                : Stream.concat(images.stream(), Stream.of(profile)).toList();
    }
}
