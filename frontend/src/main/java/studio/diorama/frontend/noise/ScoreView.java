package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.Job;

/// The form of a score: which pair, judged by which weights. `?clean=` and `?noisy=` choose the pair.
@Route(value = "projects/:project/noise-score", layout = MainLayout.class)
public class ScoreView extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient AssetService assets;
    private final transient JobService jobs;
    private final transient DioramaConfig config;
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
        super(viewer, projects, access);
        this.assets = assets;
        this.jobs = jobs;
        this.config = config;
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
        List<Asset> pictures = slice(Set.of(AssetKind.PHOTO, AssetKind.NOISY, AssetKind.CLEAN));
        Paragraph lead = new Paragraph(
                t(
                        "How likely is this noise, and which camera at which ISO does it most likely come from? The clean and the noisy picture must show the same scene, pixel for pixel."));
        lead.addClassName("studio-lead");
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
        weights.setItems(slice(Set.of(AssetKind.NOISE_MODEL)));
        choose(event, "clean", clean, pictures);
        choose(event, "noisy", noisy, pictures);
        if (clean.isEmpty() && noisy.isEmpty()) {
            PairFinder.find(pictures).stream().findFirst().ifPresent(pair -> {
                clean.setValue(pair.clean());
                noisy.setValue(pair.noisy());
            });
        }
        Button start = onKey(new Button(t("Start"), VaadinIcon.PLAY.create(), click -> start()), "s");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        Div form = new Div(clean, noisy, weights, start);
        form.addClassName("studio-form");
        content(lead, form);
    }

    private List<Asset> slice(Set<AssetKind> kinds) {
        return assets.slice(actor(), project(), kinds, 0, config.limits().imagesPerJob()).stream()
                .filter(asset -> asset.state() == AssetState.READY)
                .toList();
    }

    private static void choose(BeforeEnterEvent event, String parameter, ComboBox<Asset> box, List<Asset> pictures) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(parameter)
                .map(UUID::fromString)
                .flatMap(id ->
                        pictures.stream().filter(asset -> asset.id().equals(id)).findFirst())
                .ifPresent(box::setValue);
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
        Job job = jobs.submit(
                actor(),
                project(),
                new CameraNoiseScoreSpec(
                        1,
                        clean.getValue().id(),
                        noisy.getValue().id(),
                        weights.getOptionalValue().map(Asset::id).orElse(null),
                        null,
                        null),
                new JobService.Options(Optional.empty(), 0, Optional.empty()));
        getUI().ifPresent(ui -> ui.navigate("jobs/" + job.id()));
    }
}
