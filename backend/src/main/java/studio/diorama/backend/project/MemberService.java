package studio.diorama.backend.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.project.Member;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.Role;

/// The people of a project.
@ApplicationScoped
public class MemberService {

    private final Database database;
    private final MemberRepository members;
    private final AccountRepository accounts;
    private final ProjectAccess access;
    private final AuditLog audit;

    MemberService(
            Database database,
            MemberRepository members,
            AccountRepository accounts,
            ProjectAccess access,
            AuditLog audit) {
        this.database = database;
        this.members = members;
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
    }

    /// A member with their name.
    public record Person(Account account, Role role) {}

    /// Everybody in the project, owners first.
    public List<Person> list(Actor actor, UUID projectId) {
        access.check(actor, Action.SEE_ALL, projectId);
        List<Member> rows = members.ofProject(projectId);
        Map<UUID, Account> people = accounts
                .findAll(rows.stream().map(Member::accountId).toList())
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
        return rows.stream()
                .map(row -> new Person(people.get(row.accountId()), row.role()))
                .toList();
    }

    /// Changes what a member is.
    ///
    /// @throws DioramaException `CONFLICT` if it would leave the project without an owner
    public void changeRole(Actor actor, UUID projectId, UUID accountId, Role role) {
        access.check(actor, Action.MANAGE_PEOPLE, projectId);
        database.run(session -> {
            Role before = memberRole(projectId, accountId);
            if (before == Role.OWNER && role != Role.OWNER) {
                requireAnotherOwner(projectId);
            }
            members.put(projectId, accountId, role);
            audit.append(actor.id(), projectId, "member.role", accountId.toString(), before + " → " + role);
        });
    }

    /// Removes a member; everybody may remove themselves.
    ///
    /// @throws DioramaException `CONFLICT` if it would leave the project without an owner
    public void remove(Actor actor, UUID projectId, UUID accountId) {
        boolean leaving = actor.id().equals(accountId) && actor.token().isEmpty();
        access.check(actor, leaving ? Action.SEE_RELEASED : Action.MANAGE_PEOPLE, projectId);
        database.run(session -> {
            if (memberRole(projectId, accountId) == Role.OWNER) {
                requireAnotherOwner(projectId);
            }
            members.remove(projectId, accountId);
            audit.append(actor.id(), projectId, "member.remove", accountId.toString(), "");
        });
    }

    private Role memberRole(UUID projectId, UUID accountId) {
        return members.roleOf(accountId, projectId)
                .orElseThrow(() -> new DioramaException(ErrorCode.NOT_FOUND, "There is no such member."));
    }

    private void requireAnotherOwner(UUID projectId) {
        if (members.lockAndCountOwners(projectId) < 2) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "This is the last owner, and a project needs one. Make somebody else an owner first.");
        }
    }
}
