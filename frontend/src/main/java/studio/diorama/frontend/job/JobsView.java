package studio.diorama.frontend.job;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import java.util.Set;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.StateBadge;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobFilter;
import studio.diorama.persistence.job.JobState;

/// All jobs of a project, newest first. Rows come as they scroll into sight.
@Route(value = "projects/:project/jobs", layout = MainLayout.class)
public class JobsView extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient JobService jobs;
    private final Grid<Job> grid = new Grid<>();
    private final MultiSelectComboBox<JobState> states = new MultiSelectComboBox<>(t("State"));
    private transient CallbackDataProvider<Job, Void> rows;

    public JobsView(Viewer viewer, ProjectService projects, ProjectAccess access, JobService jobs, LiveUpdates live) {
        super(viewer, projects, access);
        this.jobs = jobs;
        title(t("Jobs"));
        addClassName("wide");
        states.setItems(JobState.values());
        states.setItemLabelGenerator(StateWords::name);
        states.addValueChangeListener(change -> refresh());
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(job -> new StateBadge(job.state()))
                .setHeader(t("State"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(JobsView::title)
                .setHeader(t("Job"))
                .setWidth("12rem")
                .setFlexGrow(3);
        grid.addColumn(JobsView::progress)
                .setHeader(t("Progress"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(job -> Figures.moment(job.times().createdAt()))
                .setHeader(t("Submitted"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setSizeFull();
        grid.setMinHeight("60vh");
        live.follow(
                this,
                change -> change.kind() == ChangeKind.JOB && project().equals(change.projectId()),
                actor -> access.may(actor, Action.SEE_RELEASED, project()),
                this::refresh);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        if (jobs.count(actor(), project(), JobFilter.ALL) == 0) {
            content(new EmptyState(
                    "jobs",
                    t("No jobs yet"),
                    t("A job works on your photographs while you do something else."),
                    new Anchor("/projects/" + project(), t("Choose what to make"))));
            return;
        }
        rows = DataProvider.fromCallbacks(
                query -> jobs.slice(actor(), project(), filter(), query.getOffset(), query.getLimit()).stream(),
                query -> (int) jobs.count(actor(), project(), filter()));
        grid.setDataProvider(rows);
        content(new Div(states), grid);
    }

    private JobFilter filter() {
        Set<JobState> chosen = states.getValue();
        return new JobFilter(chosen, Optional.empty(), Optional.empty(), false);
    }

    private void refresh() {
        if (rows == null) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        } else {
            rows.refreshAll();
        }
    }

    private static Anchor title(Job job) {
        Anchor link = new Anchor("/jobs/" + job.id(), job.title());
        link.addClassName("studio-truncate");
        return link;
    }

    private static String progress(Job job) {
        return switch (job.state()) {
            case RUNNING ->
                Math.round(job.progress().fraction() * 100) + " % · "
                        + job.progress().stage();
            case SUCCEEDED ->
                job.times()
                        .finishedAt()
                        .flatMap(end -> job.times()
                                .startedAt()
                                .map(start -> Figures.time(java.time.Duration.between(start, end))))
                        .orElse("");
            case FAILED, QUARANTINED ->
                job.failure().map(failure -> failure.code().name()).orElse("");
            case QUEUED, CANCELLED -> "";
        };
    }
}
