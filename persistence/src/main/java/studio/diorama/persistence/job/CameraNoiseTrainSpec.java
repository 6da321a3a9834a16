package studio.diorama.persistence.job;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A camera's noise, learnt by a normalizing flow from pairs or from bursts of static scenes.
///
/// @param version 1
/// @param camera what to call it
/// @param pairs clean and noisy pictures of the same scenes; may be empty where there are bursts
/// @param bursts many frames each of a scene in which nothing moved; may be empty where there are pairs
/// @param steps of training at most, 10 to 20,000
/// @param seed the same seed gives the same weights on the same device
public record CameraNoiseTrainSpec(
        int version, String camera, List<CameraNoiseFitSpec.Pair> pairs, List<Burst> bursts, int steps, long seed)
        implements JobSpec {

    /// Name in JSON, in the queue and in addresses.
    public static final String PIPELINE = "camera-noise-train";

    /// A mean of fewer frames is too noisy itself to be called clean.
    public static final int FEWEST_FRAMES = 16;

    /// More make the mean hardly better, and the job longer.
    public static final int MOST_FRAMES = 256;

    /// @param frames of one static scene, all of one size
    /// @param iso of the frames; null takes it from their EXIF
    public record Burst(List<UUID> frames, Integer iso) {

        public Burst {
            SpecCheck.notEmpty("bursts.frames", frames);
            if (frames.stream().distinct().count() != frames.size()) {
                throw SpecCheck.invalid("bursts.frames", "a frame is named twice");
            }
            SpecCheck.range("bursts.frames", frames.size(), FEWEST_FRAMES, MOST_FRAMES);
            if (iso != null) {
                SpecCheck.range("bursts.iso", iso, 25, 409_600);
            }
            frames = List.copyOf(frames);
        }
    }

    public CameraNoiseTrainSpec {
        SpecCheck.version(version, 1);
        SpecCheck.range("camera", SpecCheck.present("camera", camera).strip().length(), 1, 100);
        pairs = List.copyOf(SpecCheck.present("pairs", pairs));
        bursts = List.copyOf(SpecCheck.present("bursts", bursts));
        if (pairs.isEmpty() && bursts.isEmpty()) {
            throw SpecCheck.invalid("pairs", "at least one pair or one burst is needed");
        }
        SpecCheck.range("steps", steps, 10, 20_000);
    }

    @Override
    public String pipeline() {
        return PIPELINE;
    }

    @Override
    public List<UUID> inputs() {
        return Stream.concat(
                        pairs.stream().flatMap(pair -> Stream.of(pair.clean(), pair.noisy())),
                        bursts.stream().flatMap(burst -> burst.frames().stream()))
                .distinct()
                .toList();
    }
}
