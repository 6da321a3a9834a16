package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobSpec;

/// A form that starts a job on a project's pictures. `?from=` fills it from an earlier job of the same kind.
abstract class NoisePage extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient AssetService assets;
    private final transient JobService jobs;
    private final transient DioramaConfig config;
    private transient Optional<UUID> from = Optional.empty();

    NoisePage(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            JobService jobs,
            DioramaConfig config) {
        super(viewer, projects, access);
        this.assets = assets;
        this.jobs = jobs;
        this.config = config;
    }

    /// What the project has of these kinds that can be used, as many as a job may take.
    List<Asset> ready(AssetKind... kinds) {
        return assets
                .slice(actor(), project(), Set.of(kinds), 0, config.limits().imagesPerJob())
                .stream()
                .filter(asset -> asset.state() == AssetState.READY)
                .toList();
    }

    /// The job that the page's address names, if it was of this kind; what is submitted then counts as its repetition.
    <S extends JobSpec> Optional<S> earlier(BeforeEnterEvent event, Class<S> kind) {
        from = queryId(event, "from");
        return from.map(id -> jobs.get(actor(), id).spec())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    static Paragraph lead(String text) {
        Paragraph lead = new Paragraph(text);
        lead.addClassName("studio-lead");
        return lead;
    }

    static Button startButton(Runnable start) {
        Button button = onKey(new Button(t("Start"), VaadinIcon.PLAY.create(), click -> start.run()), "s");
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        return button;
    }

    /// Starts the job and shows it.
    void submit(JobSpec spec) {
        Job job = jobs.submit(actor(), project(), spec, new JobService.Options(Optional.empty(), 0, from));
        getUI().ifPresent(ui -> ui.navigate("jobs/" + job.id()));
    }
}
