package studio.diorama.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import studio.diorama.persistence.account.ColorScheme;

/// A row of `account`.
@Entity(name = "Account")
@Table(name = "account")
public class AccountEntity {

    @Id
    public UUID id;

    public String email;

    public String name;

    public String passwordHash;

    public String oidcSubject;

    public boolean operator;

    public int failedLogins;

    public Instant lockedUntil;

    @Enumerated(EnumType.STRING)
    public ColorScheme colorScheme;

    public Instant createdAt;
}
