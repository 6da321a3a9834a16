package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import studio.diorama.persistence.project.Role;

/// A row of `member`.
@Entity(name = "Member")
@Table(name = "member")
@IdClass(MemberEntity.Key.class)
public class MemberEntity {

    @Id
    public UUID projectId;

    @Id
    public UUID accountId;

    @Enumerated(EnumType.STRING)
    public Role role;

    /// The primary key.
    public record Key(UUID projectId, UUID accountId) {}
}
