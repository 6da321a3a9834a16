package studio.diorama.auth;

import java.util.EnumSet;
import java.util.Set;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.project.Role;

/// What somebody may do in a project: the one table of rights. Tests walk it, the documentation prints it.
public enum Action {
    /// Know of the project, see and download what was released.
    SEE_RELEASED(TokenScope.READ, EnumSet.of(Role.OWNER, Role.EDITOR, Role.REVIEWER, Role.ANNOTATOR, Role.VIEWER)),
    /// See everything: photographs, jobs, results that are not released, members.
    SEE_ALL(TokenScope.READ, EnumSet.of(Role.OWNER, Role.EDITOR, Role.REVIEWER)),
    /// Bring photographs in, and delete them again.
    UPLOAD(TokenScope.WRITE, EnumSet.of(Role.OWNER, Role.EDITOR)),
    /// Start, cancel, retry and reorder jobs.
    RUN_JOBS(TokenScope.JOBS, EnumSet.of(Role.OWNER, Role.EDITOR)),
    /// Open results to viewers, close them again, delete jobs and results.
    RELEASE(TokenScope.WRITE, EnumSet.of(Role.OWNER, Role.EDITOR)),
    /// Change name and description.
    EDIT_PROJECT(TokenScope.WRITE, EnumSet.of(Role.OWNER, Role.EDITOR)),
    /// Invite, change roles, remove members.
    MANAGE_PEOPLE(TokenScope.ADMIN, EnumSet.of(Role.OWNER)),
    /// Delete the project with everything in it.
    REMOVE_PROJECT(TokenScope.ADMIN, EnumSet.of(Role.OWNER));

    private final TokenScope scope;
    private final Set<Role> roles;

    Action(TokenScope scope, Set<Role> roles) {
        this.scope = scope;
        this.roles = roles;
    }

    /// The scope that an access token needs for it.
    public TokenScope scope() {
        return scope;
    }

    public boolean isAllowedTo(Role role) {
        return roles.contains(role);
    }
}
