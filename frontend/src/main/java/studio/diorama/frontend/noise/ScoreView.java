package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;

/// The form of a score: which pair, judged by which weights. `?clean=` and `?noisy=` choose the pair.
@Route(value = "projects/:project/noise-score", layout = MainLayout.class)
public class ScoreView extends NoisePage {

    private static final long serialVersionUID = 1L;

    private final ComboBox<Asset> clean = new ComboBox<>(t("Clean"));
    private final ComboBox<Asset> noisy = new ComboBox<>(t("Noisy"));
    private final ComboBox<Asset> weights = new ComboBox<>(t("Judged by"));

    public ScoreView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            JobService jobs,
            DioramaConfig config) {
        super(viewer, projects, access, assets, jobs, config);
        title(t("Which camera was it?"));
        Stream.of(clean, noisy, weights).forEach(box -> {
            box.setItemLabelGenerator(Asset::name);
            box.setWidthFull();
        });
        weights.setPlaceholder(t("the built-in noise flow"));
        weights.setClearButtonVisible(true);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        require(Action.RUN_JOBS);
        List<Asset> pictures = ready(AssetKind.PHOTO, AssetKind.NOISY, AssetKind.CLEAN);
        Paragraph lead = lead(
                t(
                        "How likely is this noise, and which camera at which ISO does it most likely come from? The clean and the noisy picture must show the same scene, pixel for pixel."));
        if (pictures.size() < 2) {
            content(
                    lead,
                    new EmptyState(
                            "photos",
                            t("No two pictures here"),
                            t("Upload a clean and a noisy picture of one scene.")));
            return;
        }
        clean.setItems(pictures);
        noisy.setItems(pictures);
        List<Asset> models = ready(AssetKind.NOISE_MODEL);
        weights.setItems(models);
        earlier(event, CameraNoiseScoreSpec.class).ifPresent(spec -> {
            choose(clean, pictures, spec.clean());
            choose(noisy, pictures, spec.noisy());
            choose(weights, models, spec.weights());
        });
        queryId(event, "clean").ifPresent(id -> choose(clean, pictures, id));
        queryId(event, "noisy").ifPresent(id -> choose(noisy, pictures, id));
        if (clean.isEmpty() && noisy.isEmpty()) {
            PairFinder.find(pictures).stream().findFirst().ifPresent(pair -> {
                clean.setValue(pair.clean());
                noisy.setValue(pair.noisy());
            });
        }
        Div form = new Div(clean, noisy, weights, startButton(this::start));
        form.addClassName("studio-form");
        content(lead, form);
    }

    private static void choose(ComboBox<Asset> box, List<Asset> offered, UUID id) {
        offered.stream().filter(asset -> asset.id().equals(id)).findFirst().ifPresent(box::setValue);
    }

    private void start() {
        for (ComboBox<Asset> box : List.of(clean, noisy)) {
            if (box.isEmpty()) {
                box.setInvalid(true);
                box.setErrorMessage(t("Choose a picture."));
                return;
            }
        }
        if (clean.getValue().id().equals(noisy.getValue().id())) {
            noisy.setInvalid(true);
            noisy.setErrorMessage(t("Choose another picture than the clean one."));
            return;
        }
        submit(new CameraNoiseScoreSpec(
                1,
                clean.getValue().id(),
                noisy.getValue().id(),
                weights.getOptionalValue().map(Asset::id).orElse(null),
                null,
                null));
    }
}
