package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;

/// The form of a training: pairs and bursts are found by their names, and a person looks them over before it starts.
@Route(value = "projects/:project/noise-train", layout = MainLayout.class)
public class TrainView extends NoisePage {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_STEPS = 2000;

    private final OwnCameraFields camera = new OwnCameraFields();
    private final IntegerField steps = new IntegerField(t("Steps of training"));
    private final IntegerField seed = new IntegerField(t("Seed"));
    private final PairGrid pairs = new PairGrid("22rem");
    private final Grid<BurstFinder.Found> bursts = new Grid<>();

    public TrainView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            JobService jobs,
            DioramaConfig config) {
        super(viewer, projects, access, assets, jobs, config);
        title(t("Teach it your camera"));
        steps.setMin(10);
        steps.setMax(20_000);
        steps.setStep(10);
        steps.setStepButtonsVisible(true);
        steps.setValue(FIRST_STEPS);
        steps.setHelperText(t("More is better until the held-out pictures say otherwise; then it stops by itself."));
        seed.setValue(1);
        bursts.addColumn(BurstFinder.Found::scene).setHeader(t("Scene"));
        bursts.addColumn(burst -> Figures.count(burst.frames().size()))
                .setHeader(t("Frames"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        bursts.addColumn(burst -> burst.iso().map(String::valueOf).orElse("—"))
                .setHeader(t("ISO"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        bursts.setSelectionMode(Grid.SelectionMode.MULTI);
        bursts.setHeight("16rem");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        require(Action.RUN_JOBS);
        List<Asset> photos = ready(AssetKind.PHOTO);
        List<PairFinder.Found> foundPairs = PairFinder.find(photos);
        List<BurstFinder.Found> foundBursts = BurstFinder.find(photos);
        Paragraph lead = lead(
                t(
                        "A small network learns your camera’s noise: how it grows with light and ISO, how neighbours go together, what clipping and JPEG do to it. Give it clean and noisy pictures (NAME_clean and NAME_noisy), or bursts of a scene in which nothing moves (SCENE_0001, SCENE_0002 …, sixteen frames or more)."));
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
            pairs.show(foundPairs);
            found.add(new H2(t("Pairs")));
            found.add(pairs);
        }
        if (!foundBursts.isEmpty()) {
            bursts.setItems(foundBursts);
            bursts.asMultiSelect().select(foundBursts);
            found.add(new H2(t("Bursts")));
            found.add(bursts);
        }
        earlier(event, CameraNoiseTrainSpec.class)
                .ifPresentOrElse(spec -> fill(spec, foundBursts), () -> camera.suggest(foundPairs));
        Anchor quick =
                new Anchor("/projects/" + project() + "/noise-fit", t("Only fit variance over brightness, in seconds"));
        Div side = new Div(camera, steps, seed, startButton(this::start), quick);
        side.addClassName("studio-form");
        Div split = new Div(new Div(found.toArray(Component[]::new)), side);
        split.addClassName("studio-split");
        content(lead, split);
    }

    private void fill(CameraNoiseTrainSpec spec, List<BurstFinder.Found> found) {
        camera.name(spec.camera());
        steps.setValue(spec.steps());
        seed.setValue((int) spec.seed());
        pairs.choose(spec.pairs());
        Set<Set<UUID>> taken =
                spec.bursts().stream().map(burst -> Set.copyOf(burst.frames())).collect(Collectors.toSet());
        bursts.asMultiSelect().deselectAll();
        bursts.asMultiSelect()
                .select(found.stream()
                        .filter(burst -> taken.contains(Set.copyOf(burst.ids())))
                        .toList());
    }

    private void start() {
        if (camera.nameIsMissing()) {
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
        submit(new CameraNoiseTrainSpec(
                1,
                camera.name(),
                pairs.chosen(camera.iso()),
                bursts.getSelectedItems().stream()
                        .map(burst -> new CameraNoiseTrainSpec.Burst(
                                burst.ids(), burst.iso().orElse(camera.iso())))
                        .toList(),
                steps.getValue(),
                seed.isEmpty() ? 1 : seed.getValue()));
    }
}
