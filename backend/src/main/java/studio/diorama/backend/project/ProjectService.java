package studio.diorama.backend.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.TextCheck;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.project.Role;

/// Projects, as far as somebody may see and change them.
@ApplicationScoped
public class ProjectService {

    private static final int DESCRIPTION_LENGTH = 2000;

    private final Database database;
    private final ProjectRepository projects;
    private final MemberRepository members;
    private final ProjectAccess access;
    private final AuditLog audit;
    private final InstantSource clock;
    private final DioramaConfig config;

    ProjectService(
            Database database,
            ProjectRepository projects,
            MemberRepository members,
            ProjectAccess access,
            AuditLog audit,
            InstantSource clock,
            DioramaConfig config) {
        this.database = database;
        this.projects = projects;
        this.members = members;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
    }

    /// A project and what the one who asks is in it.
    public record Membership(Project project, Role role) {}

    /// Makes a project; whoever makes it owns it.
    public Membership create(Actor actor, String name, String description) {
        ProjectAccess.checkScope(actor, TokenScope.WRITE);
        if (actor.token().flatMap(token -> token.projectId()).isPresent()) {
            throw new DioramaException(ErrorCode.FORBIDDEN, "A token for one project cannot make another.");
        }
        String checkedName = TextCheck.line("name", name, config.limits().nameLength());
        String checkedDescription = TextCheck.block("description", description, DESCRIPTION_LENGTH);
        return database.transaction(session -> {
            Project project = projects.create(checkedName, checkedDescription, clock.instant());
            members.put(project.id(), actor.id(), Role.OWNER);
            audit.append(
                    actor.id(), project.id(), "project.create", project.id().toString(), "");
            return new Membership(project, Role.OWNER);
        });
    }

    /// The projects that somebody belongs to, newest first.
    public List<Membership> list(Actor actor) {
        ProjectAccess.checkScope(actor, TokenScope.READ);
        return projects.ofAccount(actor.id()).stream()
                .flatMap(
                        project -> access.find(actor, project.id()).map(role -> new Membership(project, role)).stream())
                .toList();
    }

    public Membership get(Actor actor, UUID id) {
        Role role = access.check(actor, Action.SEE_RELEASED, id);
        return new Membership(existing(id), role);
    }

    /// Changes name and description, if the project still is as the caller saw it.
    ///
    /// @param version the one that the change was made from
    /// @throws DioramaException `PRECONDITION_FAILED` if somebody else was faster
    public Membership update(Actor actor, UUID id, long version, String name, String description) {
        Role role = access.check(actor, Action.EDIT_PROJECT, id);
        String checkedName = TextCheck.line("name", name, config.limits().nameLength());
        String checkedDescription = TextCheck.block("description", description, DESCRIPTION_LENGTH);
        return projects.update(id, version, checkedName, checkedDescription)
                .map(project -> new Membership(project, role))
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.PRECONDITION_FAILED,
                        "Somebody else has changed the project meanwhile (version %d, yours is %d). Look at their change, then save yours again."
                                .formatted(existing(id).version(), version)));
    }

    /// Deletes the project with everything in it.
    public void delete(Actor actor, UUID id) {
        access.check(actor, Action.REMOVE_PROJECT, id);
        database.run(session -> {
            projects.delete(id);
            audit.append(actor.id(), id, "project.delete", id.toString(), "");
        });
    }

    private Project existing(UUID id) {
        return projects.find(id)
                .orElseThrow(() -> new DioramaException(ErrorCode.NOT_FOUND, "There is no such project."));
    }
}
