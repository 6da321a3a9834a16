package studio.diorama.persistence.job;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// How likely a pair's noise is, and which camera and ISO it most likely came from.
///
/// @param version 1
/// @param clean the picture without noise
/// @param noisy the same picture with it, the same size
/// @param weights a noise model of the same project; null takes the built-in one
/// @param camera that it is said to come from; null, with `iso`, tries all that the weights know
/// @param iso that it is said to be taken at
public record CameraNoiseScoreSpec(int version, UUID clean, UUID noisy, UUID weights, String camera, Integer iso)
        implements JobSpec {

    /// Name in JSON, in the queue and in addresses.
    public static final String PIPELINE = "camera-noise-score";

    public CameraNoiseScoreSpec {
        SpecCheck.version(version, 1);
        SpecCheck.present("clean", clean);
        SpecCheck.present("noisy", noisy);
        if (clean.equals(noisy)) {
            throw SpecCheck.invalid("noisy", "a picture cannot be both the clean and the noisy one");
        }
        if ((camera == null) != (iso == null)) {
            throw SpecCheck.invalid("camera", "camera and iso go together: both, or neither to try all");
        }
        if (iso != null) {
            SpecCheck.range("iso", iso, 25, 409_600);
        }
    }

    @Override
    public String pipeline() {
        return PIPELINE;
    }

    @Override
    public List<UUID> inputs() {
        return weights == null
                ? List.of(clean, noisy)
                : Stream.of(clean, noisy, weights).toList();
    }
}
