package studio.diorama.persistence.job;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Noise of a camera, or of several, for photographs.
///
/// @param version 1
/// @param model `flow`, `heteroscedastic` or `isotropic`; null with a mixture
/// @param camera name of a built-in camera; or null, and `profile` or `mixture` says which
/// @param profile a camera profile (or for `flow`, a noise model) of the same project; or null, and another of the
/// three
/// says which
/// @param iso 25 to 409,600 and within the camera's range; null takes each photo's own from its EXIF
/// @param seed the same seed gives the same bytes
/// @param images the photographs, at most `diorama.limits.images-per-job`
/// @param bitDepths 8, 16 or both
/// @param dataset whether to make the zip of clean and noisy pairs too
/// @param mixture instead of one camera, up to [#MOST_MIXED] of which each noisy picture is dealt one; empty otherwise
/// @param copies how many noisy pictures are made of each photograph, 1 to [#MOST_COPIES]; 1 where absent
public record CameraNoiseSpec(
        int version,
        String model,
        String camera,
        UUID profile,
        Integer iso,
        long seed,
        List<UUID> images,
        Set<Integer> bitDepths,
        boolean dataset,
        List<NoiseRecipeSpec> mixture,
        Integer copies)
        implements JobSpec {

    /// Name in JSON, in the queue and in addresses.
    public static final String PIPELINE = "camera-noise";

    /// The normalizing flow's name; it reads noise models, the others camera profiles.
    public static final String FLOW = "flow";

    public static final int MOST_MIXED = 50;
    public static final int MOST_COPIES = 100;

    public CameraNoiseSpec {
        SpecCheck.version(version, 1);
        mixture = mixture == null ? List.of() : List.copyOf(mixture);
        copies = copies == null ? 1 : copies;
        SpecCheck.range("mixture", mixture.size(), 0, MOST_MIXED);
        SpecCheck.range("copies", copies, 1, MOST_COPIES);
        if (iso != null) {
            SpecCheck.range("iso", iso, 25, 409_600);
        }
        if (mixture.isEmpty()) {
            new NoiseRecipeSpec(model, camera, profile, iso, iso);
        } else if (model != null || camera != null || profile != null || iso != null) {
            throw SpecCheck.invalid(
                    "mixture", "model, camera, profile and iso belong into the mixture's entries, not beside it");
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

    /// One camera for all, one noisy picture of each photograph.
    public CameraNoiseSpec(
            int version,
            String model,
            String camera,
            UUID profile,
            Integer iso,
            long seed,
            List<UUID> images,
            Set<Integer> bitDepths,
            boolean dataset) {
        this(version, model, camera, profile, iso, seed, images, bitDepths, dataset, List.of(), 1);
    }

    /// The mixture, or the one camera.
    public List<NoiseRecipeSpec> recipes() {
        return mixture.isEmpty() ? List.of(new NoiseRecipeSpec(model, camera, profile, iso, iso)) : mixture;
    }

    @Override
    public List<UUID> inputs() {
        Stream<UUID> profiles = recipes().stream().map(NoiseRecipeSpec::profile).filter(Objects::nonNull);
        return Stream.concat(images.stream(), profiles).distinct().toList();
    }
}
