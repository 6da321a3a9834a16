package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.diorama.persistence.project.Role;

/// A row of `invitation`.
@Entity(name = "Invitation")
@Table(name = "invitation")
public class InvitationEntity {

    @Id
    public UUID id;

    public UUID projectId;

    public String email;

    @Enumerated(EnumType.STRING)
    public Role role;

    public String tokenHash;

    public UUID invitedBy;

    public Instant createdAt;

    public Instant expiresAt;

    public Instant acceptedAt;
}
