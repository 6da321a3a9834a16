package studio.diorama.backend.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.audit.AuditLog;

/// Who did what, for those who run this installation.
@ApplicationScoped
public class AuditService {

    private final AuditLog audit;
    private final AccountRepository accounts;

    AuditService(AuditLog audit, AccountRepository accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    /// An entry with the one who did it.
    ///
    /// @param person empty if they have no account any more
    public record Row(AuditLog.Entry entry, Optional<Account> person) {}

    /// Entries below number `before`, newest first.
    public List<Row> page(Actor actor, long before, int size) {
        ProjectAccess.checkOperator(actor);
        List<AuditLog.Entry> entries = audit.page(before, size);
        List<UUID> ids = entries.stream()
                .map(AuditLog.Entry::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Account> people = accounts.findAll(ids).stream().collect(Collectors.toMap(Account::id, one -> one));
        return entries.stream()
                .map(entry ->
                        new Row(entry, Optional.ofNullable(entry.accountId()).map(people::get)))
                .toList();
    }
}
