package studio.diorama.persistence.worker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// A worker process.
///
/// @param id new with every start
/// @param name host and process
/// @param device what it computes on, as shown to people
/// @param gpuBytes memory of its GPU, 0 without one
/// @param threads jobs that it runs side by side
/// @param pipelines what it can run
/// @param draining takes no new jobs
/// @param startedAt when it came
/// @param lastSeenAt its last sign of life
public record WorkerNode(
        UUID id,
        String name,
        String device,
        long gpuBytes,
        int threads,
        Set<String> pipelines,
        boolean draining,
        Instant startedAt,
        Instant lastSeenAt) {

    public WorkerNode {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(device, "device is null");
        pipelines = Set.copyOf(pipelines);
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(lastSeenAt, "lastSeenAt is null");
    }
}
