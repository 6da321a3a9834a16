package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.job.PipelineOffers;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.Job;

/// The form of a camera-noise job: which photographs, which camera, which ISO. `?photos=` chooses photographs,
/// `?from=` fills the form from another job.
@Route(value = "projects/:project/noise", layout = MainLayout.class)
public class NoiseView extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient AssetService assets;
    private final transient JobService jobs;
    private final transient PipelineOffers offers;
    private final transient DioramaConfig config;
    private PhotoChoice photos;
    private NoiseForm form;
    private transient Optional<UUID> from = Optional.empty();

    public NoiseView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            JobService jobs,
            PipelineOffers offers,
            DioramaConfig config) {
        super(viewer, projects, access);
        this.assets = assets;
        this.jobs = jobs;
        this.offers = offers;
        this.config = config;
        title(t("Camera noise"));
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        require(Action.RUN_JOBS);
        List<Asset> ready =
                assets
                        .slice(
                                actor(),
                                project(),
                                Set.of(AssetKind.PHOTO),
                                0,
                                config.limits().imagesPerJob())
                        .stream()
                        .filter(photo -> photo.state() == AssetState.READY)
                        .toList();
        if (ready.isEmpty()) {
            content(new EmptyState(
                    "photos",
                    t("No photographs to work on"),
                    t("Upload some first; each is checked for a moment before it can be used.")));
            return;
        }
        List<Asset> profiles =
                assets.slice(actor(), project(), Set.of(AssetKind.CAMERA_PROFILE, AssetKind.NOISE_MODEL), 0, 100);
        photos = new PhotoChoice(ready);
        form = new NoiseForm(offers.cameras(), profiles);
        fill(event.getLocation().getQueryParameters());
        Button start = onKey(new Button(t("Start"), VaadinIcon.PLAY.create(), click -> start()), "s");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        Paragraph lead = new Paragraph(
                t(
                        "Your photographs as the chosen camera would have taken them: noise in linear light, then tone curve, eight bits and JPEG as that camera does it."));
        lead.addClassName("studio-lead");
        Div side = new Div(form, start);
        side.addClassName("studio-form");
        Div split = new Div(photos, side);
        split.addClassName("studio-split");
        content(lead, split);
    }

    private void fill(QueryParameters query) {
        query.getSingleParameter("photos")
                .map(list ->
                        Arrays.stream(list.split(",")).map(UUID::fromString).toList())
                .ifPresent(photos::choose);
        from = query.getSingleParameter("from").map(UUID::fromString);
        from.map(id -> jobs.get(actor(), id))
                .map(Job::spec)
                .filter(CameraNoiseSpec.class::isInstance)
                .map(CameraNoiseSpec.class::cast)
                .ifPresent(spec -> {
                    photos.choose(spec.images());
                    form.fill(spec);
                });
    }

    private void start() {
        List<UUID> chosen = photos.chosen();
        if (chosen.isEmpty()) {
            Notices.error(t("Choose at least one photograph."));
            return;
        }
        form.spec(chosen).ifPresent(spec -> {
            Job job = jobs.submit(actor(), project(), spec, new JobService.Options(Optional.empty(), 0, from));
            getUI().ifPresent(ui -> ui.navigate("jobs/" + job.id()));
        });
    }
}
