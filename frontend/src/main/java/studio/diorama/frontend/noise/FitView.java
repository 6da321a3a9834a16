package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseFitSpec;

/// The form of a fit: pairs are found by their names, and a person looks them over before it starts.
@Route(value = "projects/:project/noise-fit", layout = MainLayout.class)
public class FitView extends NoisePage {

    private static final long serialVersionUID = 1L;

    private final OwnCameraFields camera = new OwnCameraFields();
    private final PairGrid pairs = new PairGrid("26rem");

    public FitView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            JobService jobs,
            DioramaConfig config) {
        super(viewer, projects, access, assets, jobs, config);
        title(t("A camera of your own"));
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        require(Action.RUN_JOBS);
        List<PairFinder.Found> found = PairFinder.find(ready(AssetKind.PHOTO));
        Paragraph lead = lead(
                t(
                        "Take a scene several times without moving anything: the mean of many frames is the clean picture, each single frame a noisy one. Upload both as NAME_clean and NAME_noisy (or NAME_mean and NAME_real)."));
        if (found.isEmpty()) {
            content(
                    lead,
                    new EmptyState(
                            "photos",
                            t("No pairs found"),
                            t("No two photographs here are named like a clean and a noisy one.")));
            return;
        }
        pairs.show(found);
        earlier(event, CameraNoiseFitSpec.class)
                .ifPresentOrElse(
                        spec -> {
                            camera.name(spec.camera());
                            pairs.choose(spec.pairs());
                        },
                        () -> camera.suggest(found));
        Div side = new Div(camera, startButton(this::start));
        side.addClassName("studio-form");
        Div split = new Div(new Div(pairs), side);
        split.addClassName("studio-split");
        content(lead, split);
    }

    private void start() {
        if (camera.nameIsMissing()) {
            return;
        }
        if (pairs.getSelectedItems().isEmpty()) {
            Notices.error(t("Choose at least one pair."));
            return;
        }
        submit(new CameraNoiseFitSpec(1, camera.name(), pairs.chosen(camera.iso())));
    }
}
