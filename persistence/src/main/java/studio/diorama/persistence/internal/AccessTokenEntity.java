package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `access_token`.
@Entity(name = "AccessToken")
@Table(name = "access_token")
public class AccessTokenEntity {

    @Id
    public UUID id;

    public UUID accountId;

    public UUID projectId;

    public String name;

    public String tokenHash;

    public String scopes;

    public Instant createdAt;

    public Instant expiresAt;

    public Instant lastUsedAt;
}
