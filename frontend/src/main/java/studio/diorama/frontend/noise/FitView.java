package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
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
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.Job;

/// The form of a fit: pairs are found by their names, and a person looks them over before it starts.
@Route(value = "projects/:project/noise-fit", layout = MainLayout.class)
public class FitView extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient AssetService assets;
    private final transient JobService jobs;
    private final transient DioramaConfig config;
    private final TextField camera = new TextField(t("Name of the camera"));
    private final IntegerField iso = new IntegerField(t("ISO"));
    private final Grid<PairFinder.Found> grid = new Grid<>();
    private transient Optional<UUID> from = Optional.empty();

    public FitView(
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
        title(t("A camera of your own"));
        camera.setMaxLength(100);
        iso.setHelperText(t("Only for noisy pictures that do not say it themselves, in EXIF or in their name."));
        grid.addColumn(pair -> pair.clean().name()).setHeader(t("Clean"));
        grid.addColumn(pair -> pair.noisy().name()).setHeader(t("Noisy"));
        grid.addColumn(pair -> pair.iso().map(String::valueOf).orElse("—")).setHeader(t("ISO"));
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setHeight("26rem");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        require(Action.RUN_JOBS);
        List<Asset> photos =
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
        List<PairFinder.Found> pairs = PairFinder.find(photos);
        Paragraph lead = new Paragraph(
                t(
                        "Take a scene several times without moving anything: the mean of many frames is the clean picture, each single frame a noisy one. Upload both as NAME_clean and NAME_noisy (or NAME_mean and NAME_real)."));
        lead.addClassName("studio-lead");
        if (pairs.isEmpty()) {
            content(
                    lead,
                    new EmptyState(
                            "photos",
                            t("No pairs found"),
                            t("No two photographs here are named like a clean and a noisy one.")));
            return;
        }
        grid.setItems(pairs);
        grid.asMultiSelect().select(pairs);
        fill(event, pairs);
        Button start = onKey(new Button(t("Start"), VaadinIcon.PLAY.create(), click -> start()), "s");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        Div side = new Div(camera, iso, start);
        side.addClassName("studio-form");
        Div split = new Div(new Div(grid), side);
        split.addClassName("studio-split");
        content(lead, split);
    }

    private void fill(BeforeEnterEvent event, List<PairFinder.Found> pairs) {
        from = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("from")
                .map(UUID::fromString);
        from.map(id -> jobs.get(actor(), id).spec())
                .filter(CameraNoiseFitSpec.class::isInstance)
                .map(CameraNoiseFitSpec.class::cast)
                .ifPresentOrElse(
                        spec -> camera.setValue(spec.camera()),
                        () -> pairs.getFirst()
                                .noisy()
                                .picture()
                                .flatMap(picture -> picture.camera())
                                .ifPresent(camera::setValue));
    }

    private void start() {
        Set<PairFinder.Found> chosen = grid.getSelectedItems();
        if (camera.isEmpty()) {
            camera.setInvalid(true);
            camera.setErrorMessage(t("A name is needed."));
            return;
        }
        if (chosen.isEmpty()) {
            Notices.error(t("Choose at least one pair."));
            return;
        }
        List<CameraNoiseFitSpec.Pair> pairs = chosen.stream()
                .map(pair -> new CameraNoiseFitSpec.Pair(
                        pair.clean().id(), pair.noisy().id(), pair.iso().orElse(iso.getValue())))
                .toList();
        Job job = jobs.submit(
                actor(),
                project(),
                new CameraNoiseFitSpec(1, camera.getValue(), pairs),
                new JobService.Options(Optional.empty(), 0, from));
        getUI().ifPresent(ui -> ui.navigate("jobs/" + job.id()));
    }
}
