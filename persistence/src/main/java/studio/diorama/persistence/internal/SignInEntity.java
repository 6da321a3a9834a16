package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A row of `sign_in`; its id is the SHA-256 of the secret in the browser's cookie.
@Entity(name = "SignIn")
@Table(name = "sign_in")
public class SignInEntity {

    @Id
    public String id;

    public UUID accountId;

    public Instant createdAt;

    public Instant lastSeenAt;

    public Instant expiresAt;
}
