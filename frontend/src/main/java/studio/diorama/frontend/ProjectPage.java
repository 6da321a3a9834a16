package studio.diorama.frontend;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.frontend.session.Viewer;

/// A page at `projects/:project/…`: knows its project and what its reader may do there.
public abstract class ProjectPage extends Page implements BeforeEnterObserver, InProject {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient ProjectService projects;
    private final transient ProjectAccess access;
    private transient ProjectService.Membership membership;

    protected ProjectPage(Viewer viewer, ProjectService projects, ProjectAccess access) {
        this.viewer = viewer;
        this.projects = projects;
        this.access = access;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        UUID id = id(event, "project");
        membership = projects.get(actor(), id);
        enter(event);
    }

    /// Fills the page; the project is known and may be seen.
    protected abstract void enter(BeforeEnterEvent event);

    protected ProjectService.Membership membership() {
        return membership;
    }

    protected UUID project() {
        return membership.project().id();
    }

    protected Actor actor() {
        return viewer.require();
    }

    protected boolean may(Action action) {
        return access.may(actor(), action, project());
    }

    /// Keeps the page to those who may do something.
    ///
    /// @throws DioramaException `FORBIDDEN` for everybody else
    protected void require(Action action) {
        access.check(actor(), action, project());
    }

    @Override
    public Optional<UUID> projectId() {
        return Optional.ofNullable(membership).map(known -> known.project().id());
    }

    /// An id in the page's address.
    ///
    /// @throws DioramaException `NOT_FOUND` for anything that is none
    public static UUID id(BeforeEnterEvent event, String parameter) {
        return id(event.getRouteParameters().get(parameter).orElse(""));
    }

    /// An id behind the question mark of the page's address, as in `?from=…`.
    ///
    /// @throws DioramaException `NOT_FOUND` for anything that is none
    protected static Optional<UUID> queryId(BeforeEnterEvent event, String parameter) {
        return query(event, parameter).map(ProjectPage::id);
    }

    /// Several such ids with commas between them.
    ///
    /// @throws DioramaException `NOT_FOUND` where one is none
    protected static Optional<List<UUID>> queryIds(BeforeEnterEvent event, String parameter) {
        return query(event, parameter)
                .map(list -> Arrays.stream(list.split(",")).map(ProjectPage::id).toList());
    }

    private static Optional<String> query(BeforeEnterEvent event, String parameter) {
        return event.getLocation().getQueryParameters().getSingleParameter(parameter);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "There is no such page.", e);
        }
    }
}
