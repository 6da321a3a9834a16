package studio.diorama.worker.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.JobSpecCodec;
import studio.diorama.persistence.store.StoredBytes;
import studio.diorama.worker.JobOutput;

/// What a job has made so far: bytes already in the store, rows yet to be written. Each result's manifest says how it
/// came about.
final class Publication {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /// Inputs that a manifest lists one by one; a job of a thousand photos names those that matter by `source`.
    private static final int LISTED_INPUTS = 200;

    private final Services services;
    private final ClaimedJob job;
    private final Instant startedAt;
    private final Map<UUID, Asset> inputs = new LinkedHashMap<>();
    private final List<Asset> assets = new ArrayList<>();

    Publication(Services services, ClaimedJob job) {
        this.services = services;
        this.job = job;
        this.startedAt = services.clock().instant();
    }

    void input(Asset asset) {
        inputs.put(asset.id(), asset);
    }

    void add(JobOutput output) {
        Optional<String> thumbnail =
                output.thumbnail().map(file -> services.store().take(file).sha256());
        StoredBytes stored = services.store().take(output.file());
        Instant now = services.clock().instant();
        assets.add(new Asset(
                Ids.next(),
                job.projectId(),
                output.kind(),
                AssetState.READY,
                output.name(),
                stored.sha256(),
                stored.bytes(),
                output.mediaType(),
                output.picture(),
                thumbnail,
                Optional.empty(),
                Optional.of(job.fence().jobId()),
                output.source(),
                Optional.of(manifest(output, stored, now)),
                job.accountId(),
                now,
                0));
    }

    List<Asset> assets() {
        return List.copyOf(assets);
    }

    private String manifest(JobOutput output, StoredBytes stored, Instant now) {
        try {
            ObjectNode manifest = JSON.createObjectNode();
            manifest.put("manifest", 1);
            manifest.put("sha256", stored.sha256());
            manifest.put("codeVersion", services.config().version());
            manifest.put("device", services.device());
            manifest.put("job", job.fence().jobId().toString());
            manifest.put("attempt", job.fence().attempt());
            ObjectNode spec = (ObjectNode) JSON.readTree(JobSpecCodec.write(job.spec()));
            // A list of a thousand pictures in each of two thousand manifests helps nobody: the job row has it.
            if (job.spec().inputs().size() > LISTED_INPUTS) {
                spec.remove(List.of("images", "pairs"));
            }
            manifest.set("spec", spec);
            manifest.set("inputs", inputs(output));
            output.details().forEach((name, value) -> manifest.set(name, JSON.valueToTree(value)));
            ObjectNode timings = manifest.putObject("timings");
            timings.put("startedAt", startedAt.toString());
            timings.put("madeAfterMillis", Duration.between(startedAt, now).toMillis());
            return JSON.writeValueAsString(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest is plain data", e);
        }
    }

    /// Of one picture's result the picture and what was not made per picture; of a set's result everything.
    private ArrayNode inputs(JobOutput output) {
        ArrayNode list = JSON.createArrayNode();
        inputs.values().stream()
                .filter(asset -> output.source().isEmpty()
                        || output.source().get().equals(asset.id())
                        || asset.kind().isResult())
                .limit(LISTED_INPUTS)
                .forEach(asset -> list.addObject()
                        .put("id", asset.id().toString())
                        .put("name", asset.name())
                        .put("sha256", asset.sha256()));
        return list;
    }
}
