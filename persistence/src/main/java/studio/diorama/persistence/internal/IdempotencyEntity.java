package studio.diorama.persistence.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `idempotency_key`.
@Entity(name = "Idempotency")
@Table(name = "idempotency_key")
@IdClass(IdempotencyEntity.Key.class)
public class IdempotencyEntity {

    @Id
    public UUID accountId;

    @Id
    @Column(name = "key_text")
    public String key;

    public String requestHash;

    public Integer status;

    public String location;

    public String body;

    public Instant createdAt;

    /// The primary key.
    public record Key(UUID accountId, String key) {}
}
