package studio.diorama.frontend.job;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobOutlook;
import studio.diorama.backend.job.JobService;
import studio.diorama.frontend.InProject;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.Page;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.Confirmation;
import studio.diorama.frontend.component.JobProgressBar;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobState;
import studio.diorama.persistence.job.PhotoCheckSpec;

/// One job: how far it is, what it made, how it came about, and what can be done with it now.
@Route(value = "jobs/:job", layout = MainLayout.class)
public class JobView extends Page implements BeforeEnterObserver, InProject {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient ProjectAccess access;
    private final transient JobService jobs;
    private final transient AssetService assets;
    private final transient JobOutlook outlook;
    private final JobProgressBar progress = new JobProgressBar();
    private final Div failure = new Div();
    private final Div outputs = new Div();
    private final Div about = new Div();
    private final JobLog log = new JobLog();
    private transient Job job;
    private transient Face face;

    public JobView(
            Viewer viewer,
            ProjectAccess access,
            JobService jobs,
            AssetService assets,
            JobOutlook outlook,
            LiveUpdates live) {
        this.viewer = viewer;
        this.access = access;
        this.jobs = jobs;
        this.assets = assets;
        this.outlook = outlook;
        content(progress, failure, outputs, about, log);
        live.follow(
                this,
                change -> change.kind() == ChangeKind.JOB && change.objectId().equals(job.id()),
                actor -> access.may(actor, Action.SEE_RELEASED, job.projectId()),
                () -> show(jobs.get(viewer.require(), job.id())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(jobs.get(viewer.require(), ProjectPage.id(event, "job")));
    }

    @Override
    public Optional<UUID> projectId() {
        return Optional.ofNullable(job).map(Job::projectId);
    }

    /// What decides which buttons and facts there are. While it stays the same they stay too: a push must not take a
    /// button away under somebody's finger, nor close what they have opened.
    private record Face(JobState state, int attempt, boolean cancelAsked, boolean released) {

        static Face of(Job job) {
            return new Face(
                    job.state(),
                    job.attempt(),
                    job.cancelAsked(),
                    job.releasedAt().isPresent());
        }
    }

    private void show(Job shown) {
        job = shown;
        Actor actor = viewer.require();
        progress.show(job, outlook.remaining(job), outlook.whyWaiting(job));
        if (access.may(actor, Action.SEE_ALL, job.projectId())) {
            log.show(jobs.log(actor, job.id(), 0, 1000));
        }
        Face now = Face.of(job);
        if (now.equals(face)) {
            return;
        }
        face = now;
        title(job.title());
        actions(buttons(actor).toArray(Component[]::new));
        failure.removeAll();
        job.failure().ifPresent(reason -> failure.add(new JobFailure(reason)));
        outputs.removeAll();
        outputs.add(new JobOutputs(assets.ofJob(actor, job.id())));
        about.removeAll();
        about.add(new JobAbout(job));
        log.setVisible(access.may(actor, Action.SEE_ALL, job.projectId()));
    }

    private List<Component> buttons(Actor actor) {
        List<Component> buttons = new ArrayList<>();
        if (access.may(actor, Action.RUN_JOBS, job.projectId())) {
            switch (job.state()) {
                case QUEUED, RUNNING -> {
                    Button cancel = onKey(new Button(t("Cancel"), VaadinIcon.STOP.create(), click -> cancel()), "x");
                    cancel.setEnabled(!job.cancelAsked());
                    buttons.add(cancel);
                }
                case FAILED, CANCELLED, QUARANTINED -> {
                    Button retry = onKey(new Button(t("Retry"), VaadinIcon.REFRESH.create(), click -> retry()), "r");
                    retry.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                    buttons.add(retry);
                }
                case SUCCEEDED -> {}
            }
            buttons.add(new Button(t("Start again with changes"), VaadinIcon.COPY.create(), click -> again()));
        }
        if (access.may(actor, Action.RELEASE, job.projectId())) {
            switch (job.state()) {
                case SUCCEEDED -> buttons.add(releaseButton());
                case FAILED, CANCELLED, QUARANTINED, QUEUED, RUNNING -> {}
            }
            if (job.state().isFinal()) {
                Button delete = new Button(VaadinIcon.TRASH.create(), click -> askToDelete());
                delete.setAriaLabel(t("Delete"));
                delete.setTooltipText(t("Delete"));
                buttons.add(delete);
            }
        }
        return buttons;
    }

    private Button releaseButton() {
        boolean released = job.releasedAt().isPresent();
        Button button = new Button(
                released ? t("Take the release back") : t("Release to viewers"),
                (released ? VaadinIcon.LOCK : VaadinIcon.EYE).create(),
                click -> {
                    show(jobs.release(viewer.require(), job.id(), !released));
                    Notices.done(released ? t("Viewers no longer see this.") : t("Viewers see and download this now."));
                });
        if (!released) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void cancel() {
        show(jobs.cancel(viewer.require(), job.id()));
    }

    private void retry() {
        show(jobs.retry(viewer.require(), job.id()));
    }

    private void again() {
        String page = switch (job.spec()) {
            case CameraNoiseSpec noise -> "noise";
            case CameraNoiseFitSpec fit -> "noise-fit";
            case CameraNoiseTrainSpec train -> "noise-train";
            case CameraNoiseScoreSpec score -> "noise-score";
            case PhotoCheckSpec photo -> "photos";
        };
        getUI().ifPresent(ui -> ui.navigate(
                "projects/" + job.projectId() + "/" + page,
                QueryParameters.of("from", job.id().toString())));
    }

    private void askToDelete() {
        Confirmation.ask(
                t("Delete this job?"),
                t("Everything that it made is deleted with it. The photographs stay."),
                t("Delete"),
                () -> {
                    UUID project = job.projectId();
                    jobs.delete(viewer.require(), job.id());
                    getUI().ifPresent(ui -> ui.navigate("projects/" + project + "/jobs"));
                });
    }
}
