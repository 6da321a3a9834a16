package studio.diorama.persistence.job;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.UUID;

/// What a worker can take.
///
/// @param workerId who asks
/// @param ticket the lease it holds
/// @param device what the job would run on
/// @param pipelines what it can run
/// @param freeGpuBytes GPU memory that is free
public record ClaimRequest(UUID workerId, String ticket, String device, Set<String> pipelines, long freeGpuBytes) {

    public ClaimRequest {
        requireNonNull(workerId, "workerId is null");
        requireNonNull(ticket, "ticket is null");
        requireNonNull(device, "device is null");
        pipelines = Set.copyOf(pipelines);
    }
}
