package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.job.JobState;

/// A row of `job`. A change writes only the columns that changed: a spec may be a megabyte.
@Entity(name = "Job")
@Table(name = "job")
@DynamicUpdate
public class JobEntity {

    @Id
    public UUID id;

    public UUID projectId;

    public UUID accountId;

    public String pipeline;

    public String title;

    public String spec;

    public boolean internal;

    @Enumerated(EnumType.STRING)
    public JobState state;

    public short priority;

    public long gpuBytes;

    public int attempt;

    public int losses;

    public String ticket;

    public UUID workerId;

    public String device;

    public boolean cancelAsked;

    public String stage;

    public int stageNumber;

    public int stageCount;

    public double fraction;

    public String preview;

    public long workUnits;

    @Enumerated(EnumType.STRING)
    public ErrorCode errorCode;

    public String errorMessage;

    public UUID rerunOf;

    public Instant releasedAt;

    public Instant createdAt;

    public Instant queuedAt;

    public Instant notBefore;

    public Instant startedAt;

    public Instant finishedAt;

    public long version;
}
