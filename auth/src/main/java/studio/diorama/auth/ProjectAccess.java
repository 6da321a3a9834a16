package studio.diorama.auth;

import java.util.Optional;
import java.util.UUID;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.Role;

/// The check before every use of a project's objects. A project that somebody does not belong to answers exactly like
/// one that is not there.
public final class ProjectAccess {

    private final MemberRepository members;

    public ProjectAccess(MemberRepository members) {
        this.members = members;
    }

    /// @return the actor's role, which allows the action
    /// @throws DioramaException `NOT_FOUND` for a foreign project, `FORBIDDEN` for too small a role or scope
    public Role check(Actor actor, Action action, UUID projectId) {
        Role role = find(actor, projectId)
                .orElseThrow(() -> new DioramaException(ErrorCode.NOT_FOUND, "There is no such project."));
        check(actor, action, role);
        return role;
    }

    /// The same for a role that was looked up before, within the same request.
    ///
    /// @throws DioramaException `FORBIDDEN` for too small a role or scope
    public static void check(Actor actor, Action action, Role role) {
        if (!action.isAllowedTo(role)) {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "You are %s here, and that role may not do this. Ask an owner of the project."
                            .formatted(role.name().toLowerCase(java.util.Locale.ROOT)));
        }
        checkScope(actor, action.scope());
    }

    /// Whether the same check would pass.
    public boolean may(Actor actor, Action action, UUID projectId) {
        return find(actor, projectId)
                .filter(role -> allows(actor, action, role))
                .isPresent();
    }

    /// Whether the same check would pass for a role that was looked up before, within the same request.
    public static boolean allows(Actor actor, Action action, Role role) {
        return action.isAllowedTo(role)
                && actor.token()
                        .map(token -> token.scopes().contains(action.scope()))
                        .orElse(true);
    }

    /// The actor's role in a project, if they may know of it at all.
    public Optional<Role> find(Actor actor, UUID projectId) {
        boolean otherProject = actor.token()
                .flatMap(token -> token.projectId())
                .filter(only -> !only.equals(projectId))
                .isPresent();
        return otherProject ? Optional.empty() : members.roleOf(actor.id(), projectId);
    }

    /// For what belongs to no project, such as making one.
    ///
    /// @throws DioramaException `FORBIDDEN` if a token lacks the scope
    public static void checkScope(Actor actor, TokenScope scope) {
        actor.token().filter(token -> !token.scopes().contains(scope)).ifPresent(token -> {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "The access token “%s” lacks the scope %s. Make one that has it."
                            .formatted(token.name(), scope.name().toLowerCase(java.util.Locale.ROOT)));
        });
    }

    /// @throws DioramaException `FORBIDDEN` for everybody who does not run this installation
    public static void checkOperator(Actor actor) {
        if (!actor.account().operator()) {
            throw new DioramaException(ErrorCode.FORBIDDEN, "Only operators of this installation may do this.");
        }
        checkScope(actor, TokenScope.ADMIN);
    }
}
