package studio.diorama.persistence.job;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A camera's noise, fitted from clean and noisy pictures of the same scenes.
///
/// @param version 1
/// @param camera what to call it
/// @param pairs the pictures
public record CameraNoiseFitSpec(int version, String camera, List<Pair> pairs) implements JobSpec {

    /// Name in JSON, in the queue and in addresses.
    public static final String PIPELINE = "camera-noise-fit";

    /// @param clean a picture without noise, such as the mean of many frames
    /// @param noisy the same scene in one frame, the same size
    /// @param iso of the noisy frame; null takes it from its EXIF
    public record Pair(UUID clean, UUID noisy, Integer iso) {

        public Pair {
            SpecCheck.present("pairs.clean", clean);
            SpecCheck.present("pairs.noisy", noisy);
            if (clean.equals(noisy)) {
                throw SpecCheck.invalid("pairs", "a picture cannot be both the clean and the noisy one");
            }
            if (iso != null) {
                SpecCheck.range("pairs.iso", iso, 25, 409_600);
            }
        }
    }

    public CameraNoiseFitSpec {
        SpecCheck.version(version, 1);
        SpecCheck.range("camera", SpecCheck.present("camera", camera).strip().length(), 1, 100);
        SpecCheck.notEmpty("pairs", pairs);
        pairs = List.copyOf(pairs);
    }

    @Override
    public String pipeline() {
        return PIPELINE;
    }

    @Override
    public List<UUID> inputs() {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.clean(), pair.noisy()))
                .distinct()
                .toList();
    }
}
