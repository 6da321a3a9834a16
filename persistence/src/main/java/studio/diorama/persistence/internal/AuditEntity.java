package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `audit_entry`.
@Entity(name = "Audit")
@Table(name = "audit_entry")
public class AuditEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    public Instant at;

    public UUID accountId;

    public UUID projectId;

    public String action;

    public String objectId;

    public String detail;

    public String hash;
}
