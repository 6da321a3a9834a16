package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/// A row of `job_input`.
@Entity(name = "JobInput")
@Table(name = "job_input")
@IdClass(JobInputEntity.Key.class)
public class JobInputEntity {

    @Id
    public UUID jobId;

    @Id
    public UUID assetId;

    /// The primary key.
    public record Key(UUID jobId, UUID assetId) {}
}
