package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `job_log`.
@Entity(name = "JobLog")
@Table(name = "job_log")
public class JobLogEntity {

    public UUID jobId;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    public int attempt;

    public Instant at;

    public String text;
}
