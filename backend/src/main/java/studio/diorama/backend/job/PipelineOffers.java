package studio.diorama.backend.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.worker.WorkerRepository;

/// What the pipelines have to offer, as the workers that run them have told.
@ApplicationScoped
public class PipelineOffers {

    /// A worker that was silent for so long does not count as there.
    static final Duration ALIVE = Duration.ofSeconds(90);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorkerRepository workers;
    private final InstantSource clock;

    PipelineOffers(WorkerRepository workers, InstantSource clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /// A camera whose noise is known.
    ///
    /// @param name as jobs name it
    /// @param description for people
    /// @param leastIso smallest ISO that it is known for
    /// @param mostIso largest
    /// @param models that know it, the one to begin with first; empty where an older worker did not say
    public record Camera(String name, String description, int leastIso, int mostIso, List<String> models) {

        public Camera {
            models = List.copyOf(models);
        }
    }

    /// @param name the pipeline
    /// @param offer what it offers, JSON
    /// @param runnable whether a worker is there that can run it now
    public record Pipeline(String name, JsonNode offer, boolean runnable) {}

    /// Every pipeline that a worker has ever offered, by name.
    public List<Pipeline> all() {
        var alive = workers.seenSince(clock.instant().minus(ALIVE));
        List<Pipeline> pipelines = new ArrayList<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(workers.offers()).entrySet()) {
            boolean runnable = alive.stream()
                    .anyMatch(worker -> !worker.draining() && worker.pipelines().contains(entry.getKey()));
            pipelines.add(new Pipeline(entry.getKey(), parse(entry.getValue()), runnable));
        }
        return List.copyOf(pipelines);
    }

    /// Built-in cameras, in the order of the offer; none before the first worker has come up.
    public List<Camera> cameras() {
        List<Camera> cameras = new ArrayList<>();
        workers.offerOf(CameraNoiseSpec.PIPELINE).map(PipelineOffers::parse).ifPresent(offer -> {
            for (JsonNode camera : offer.path("cameras")) {
                cameras.add(new Camera(
                        camera.path("name").asText(),
                        camera.path("description").asText(),
                        camera.path("leastIso").asInt(),
                        camera.path("mostIso").asInt(),
                        StreamSupport.stream(camera.path("models").spliterator(), false)
                                .map(JsonNode::asText)
                                .toList()));
            }
        });
        return List.copyOf(cameras);
    }

    /// @throws DioramaException `INVALID_INPUT` for an unknown camera, a model that does not know it, or an ISO that it
    ///     is not known for
    void checkCamera(String model, String name, int iso) {
        List<Camera> cameras = cameras();
        if (cameras.isEmpty()) {
            return;
        }
        Camera camera = cameras.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "There is no camera “%s”. There are: %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                cameras.stream()
                                                        .map(Camera::name)
                                                        .toList()))));
        if (!camera.models().isEmpty() && !camera.models().contains(model)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The model %s does not know the camera %s; it is known to %s."
                            .formatted(model, name, String.join(", ", camera.models())));
        }
        if (iso < camera.leastIso() || iso > camera.mostIso()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "ISO %d is outside of what is known of %s: %d to %d."
                            .formatted(iso, name, camera.leastIso(), camera.mostIso()));
        }
    }

    private static JsonNode parse(String offer) {
        try {
            return JSON.readTree(offer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A worker's offer is not JSON", e);
        }
    }
}
