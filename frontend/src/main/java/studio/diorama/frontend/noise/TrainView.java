package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.Figures;
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
import studio.diorama.persistence.job.CameraNoiseTrainSpec;
import studio.diorama.persistence.job.Job;

/// The form of a training: pairs and bursts are found by their names, and a person looks them over before it starts.
@Route(value = "projects/:project/noise-train", layout = MainLayout.class)
public class TrainView extends ProjectPage {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_STEPS = 2000;

    private final transient AssetService assets;
    private final transient JobService jobs;
    private final transient DioramaConfig config;
    private final TextField camera = new TextField(t("Name of the camera"));
    private final IntegerField iso = new IntegerField(t("ISO"));
    private final IntegerField steps = new IntegerField(t("Steps of training"));
    private final IntegerField seed = new IntegerField(t("Seed"));
    private final Grid<PairFinder.Found> pairs = new Grid<>();
    private final Grid<BurstFinder.Found> bursts = new Grid<>();
    private transient Optional<UUID> from = Optional.empty();

    public TrainView(
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
        title(t("Teach it your camera"));
        camera.setMaxLength(100);
        iso.setHelperText(t("Only for noisy pictures that do not say it themselves, in EXIF or in their name."));
        steps.setMin(10);
        steps.setMax(20_000);
        steps.setStep(10);
        steps.setStepButtonsVisible(true);
        steps.setValue(FIRST_STEPS);
        steps.setHelperText(t("More is better until the held-out pictures say otherwise; then it stops by itself."));
        seed.setValue(1);
        pairs.addColumn(pair -> pair.clean().name()).setHeader(t("Clean"));
        pairs.addColumn(pair -> pair.noisy().name()).setHeader(t("Noisy"));
        pairs.addColumn(pair -> pair.iso().map(String::valueOf).orElse("—")).setHeader(t("ISO"));
        pairs.setSelectionMode(Grid.SelectionMode.MULTI);
        pairs.setHeight("22rem");
        bursts.addColumn(BurstFinder.Found::scene).setHeader(t("Scene"));
        bursts.addColumn(burst -> Figures.count(burst.frames().size())).setHeader(t("Frames"));
        bursts.addColumn(burst -> burst.iso().map(String::valueOf).orElse("—")).setHeader(t("ISO"));
        bursts.setSelectionMode(Grid.SelectionMode.MULTI);
        bursts.setHeight("16rem");
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
        List<PairFinder.Found> foundPairs = PairFinder.find(photos);
        List<BurstFinder.Found> foundBursts = BurstFinder.find(photos);
        Paragraph lead = new Paragraph(
                t(
                        "A small network learns your camera’s noise: how it grows with light and ISO, how neighbours go together, what clipping and JPEG do to it. Give it clean and noisy pictures (NAME_clean and NAME_noisy), or bursts of a scene in which nothing moves (SCENE_0001, SCENE_0002 …, sixteen frames or more)."));
        lead.addClassName("studio-lead");
        if (foundPairs.isEmpty() && foundBursts.isEmpty()) {
            content(
                    lead,
                    new EmptyState(
                            "photos",
                            t("No pairs and no bursts found"),
                            t("No two photographs here are named like a clean and a noisy one, and no sixteen like the"
                                    + " frames of one scene.")));
            return;
        }
        List<Component> found = new ArrayList<>();
        if (!foundPairs.isEmpty()) {
            pairs.setItems(foundPairs);
            pairs.asMultiSelect().select(foundPairs);
            found.add(new H2(t("Pairs")));
            found.add(pairs);
        }
        if (!foundBursts.isEmpty()) {
            bursts.setItems(foundBursts);
            bursts.asMultiSelect().select(foundBursts);
            found.add(new H2(t("Bursts")));
            found.add(bursts);
        }
        fill(event, foundPairs);
        Button start = onKey(new Button(t("Start"), VaadinIcon.PLAY.create(), click -> start()), "s");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        Anchor quick =
                new Anchor("/projects/" + project() + "/noise-fit", t("Only fit variance over brightness, in seconds"));
        Div side = new Div(camera, iso, steps, seed, start, quick);
        side.addClassName("studio-form");
        Div split = new Div(new Div(found.toArray(Component[]::new)), side);
        split.addClassName("studio-split");
        content(lead, split);
    }

    private void fill(BeforeEnterEvent event, List<PairFinder.Found> found) {
        from = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("from")
                .map(UUID::fromString);
        from.map(id -> jobs.get(actor(), id).spec())
                .filter(CameraNoiseTrainSpec.class::isInstance)
                .map(CameraNoiseTrainSpec.class::cast)
                .ifPresentOrElse(
                        spec -> {
                            camera.setValue(spec.camera());
                            steps.setValue(spec.steps());
                            seed.setValue((int) spec.seed());
                        },
                        () -> found.stream()
                                .findFirst()
                                .flatMap(pair -> pair.noisy().picture())
                                .flatMap(picture -> picture.camera())
                                .ifPresent(camera::setValue));
    }

    private void start() {
        if (camera.isEmpty()) {
            camera.setInvalid(true);
            camera.setErrorMessage(t("A name is needed."));
            return;
        }
        if (steps.isEmpty() || steps.isInvalid()) {
            steps.setInvalid(true);
            steps.setErrorMessage(t("10 to 20,000 steps are accepted."));
            return;
        }
        if (pairs.getSelectedItems().isEmpty() && bursts.getSelectedItems().isEmpty()) {
            Notices.error(t("Choose at least one pair or one burst."));
            return;
        }
        CameraNoiseTrainSpec spec = new CameraNoiseTrainSpec(
                1,
                camera.getValue(),
                pairs.getSelectedItems().stream()
                        .map(pair -> new CameraNoiseFitSpec.Pair(
                                pair.clean().id(), pair.noisy().id(), pair.iso().orElse(iso.getValue())))
                        .toList(),
                bursts.getSelectedItems().stream()
                        .map(burst -> new CameraNoiseTrainSpec.Burst(
                                burst.frames().stream().map(Asset::id).toList(),
                                burst.iso().orElse(iso.getValue())))
                        .toList(),
                steps.getValue(),
                seed.isEmpty() ? 1 : seed.getValue());
        Job job = jobs.submit(actor(), project(), spec, new JobService.Options(Optional.empty(), 0, from));
        getUI().ifPresent(ui -> ui.navigate("jobs/" + job.id()));
    }
}
