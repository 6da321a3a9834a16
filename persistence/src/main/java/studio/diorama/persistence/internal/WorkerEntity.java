package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `worker`.
@Entity(name = "Worker")
@Table(name = "worker")
public class WorkerEntity {

    @Id
    public UUID id;

    public String name;

    public String device;

    public long gpuBytes;

    public int threads;

    public String pipelines;

    public boolean draining;

    public Instant startedAt;

    public Instant lastSeenAt;
}
