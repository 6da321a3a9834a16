package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.List;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.operations.AuditService;
import studio.diorama.backend.operations.InstallationService;
import studio.diorama.backend.operations.WorkerService;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.Page;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.Facts;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.job.StateWords;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.job.JobState;
import studio.diorama.persistence.worker.WorkerNode;

/// The installation at a glance, for its operators: who works, what waits, how full it is, who did what.
@Route(value = "admin", layout = MainLayout.class)
public class AdminView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    /// Signs of life and free disk are not told by the change log.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final transient Viewer viewer;
    private final transient WorkerService workers;
    private final transient InstallationService installation;
    private final transient AuditService audit;
    private final Div machines = new Div();
    private final Div load = new Div();
    private final AuditTable entries = new AuditTable(this::auditBefore);

    public AdminView(
            Viewer viewer,
            WorkerService workers,
            InstallationService installation,
            AuditService audit,
            LiveUpdates live) {
        this.viewer = viewer;
        this.workers = workers;
        this.installation = installation;
        this.audit = audit;
        live.follow(
                this,
                change -> change.kind() == ChangeKind.WORKER || change.kind() == ChangeKind.JOB,
                actor -> actor.account().operator(),
                this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ProjectAccess.checkOperator(viewer.require());
        title(t("Operation"));
        content(
                section("workers", t("Workers"), machines),
                section("queue", t("Queue and storage"), load),
                section("audit", t("Who did what"), entries));
        refresh();
        entries.start();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval((int) LOOK_AGAIN.toMillis());
        Registration poll = event.getUI().addPollListener(tick -> refresh());
        addDetachListener(detached -> {
            detached.unregisterListener();
            poll.remove();
            detached.getUI().setPollInterval(-1);
        });
    }

    private void refresh() {
        Actor actor = viewer.require();
        machines.removeAll();
        List<WorkerNode> nodes = workers.list(actor);
        if (nodes.isEmpty()) {
            machines.add(new EmptyState(
                    "jobs",
                    t("No worker"),
                    t("Jobs wait until a worker starts. See the server's log for why none has.")));
        } else {
            Div cards = new Div();
            cards.addClassName("studio-cards");
            nodes.forEach(node -> cards.add(new WorkerCard(node, this::drain)));
            machines.add(cards);
        }
        load.removeAll();
        load.add(facts(installation.load(actor)));
    }

    private static Facts facts(InstallationService.Load load) {
        Facts facts = new Facts();
        for (JobState state : JobState.values()) {
            facts.with(StateWords.name(state), Figures.count(load.in(state)));
        }
        return facts.with(
                        t("Stored"),
                        t("{0} in {1} files", Figures.bytes(load.artifactBytes()), Figures.count(load.artifacts())))
                .with(
                        t("Free on the disk"),
                        t("{0} of {1}", Figures.bytes(load.freeDiskBytes()), Figures.bytes(load.diskBytes())));
    }

    private void drain(WorkerNode worker, boolean draining) {
        workers.drain(viewer.require(), worker.id(), draining);
        refresh();
        Notices.done(draining ? t("It takes no new jobs.") : t("It takes jobs again."));
    }

    private List<AuditService.Row> auditBefore(long number) {
        return audit.page(viewer.require(), number, AuditTable.PAGE);
    }

    private static Section section(String id, String name, Component content) {
        Section section = new Section(new H2(name), content);
        section.addClassName("studio-section");
        section.setId(id);
        return section;
    }
}
