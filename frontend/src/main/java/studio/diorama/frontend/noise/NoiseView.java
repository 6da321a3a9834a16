package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.job.PipelineOffers;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseSpec;

/// The form of a camera-noise job: which photographs, which camera, which ISO. `?photos=` chooses photographs,
/// `?from=` fills the form from another job.
@Route(value = "projects/:project/noise", layout = MainLayout.class)
public class NoiseView extends NoisePage {

    private static final long serialVersionUID = 1L;

    private final transient PipelineOffers offers;
    private PhotoChoice photos;
    private NoiseForm form;

    public NoiseView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            JobService jobs,
            PipelineOffers offers,
            DioramaConfig config) {
        super(viewer, projects, access, assets, jobs, config);
        this.offers = offers;
        title(t("Camera noise"));
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        require(Action.RUN_JOBS);
        List<Asset> ready = ready(AssetKind.PHOTO);
        if (ready.isEmpty()) {
            content(new EmptyState(
                    "photos",
                    t("No photographs to work on"),
                    t("Upload some first; each is checked for a moment before it can be used.")));
            return;
        }
        photos = new PhotoChoice(ready);
        form = new NoiseForm(offers.cameras(), ready(AssetKind.CAMERA_PROFILE, AssetKind.NOISE_MODEL));
        queryIds(event, "photos").ifPresent(photos::choose);
        earlier(event, CameraNoiseSpec.class).ifPresent(spec -> {
            photos.choose(spec.images());
            form.fill(spec);
        });
        Paragraph lead = lead(
                t(
                        "Your photographs as the chosen camera would have taken them: noise in linear light, then tone curve, eight bits and JPEG as that camera does it."));
        Div side = new Div(form, startButton(this::start));
        side.addClassName("studio-form");
        Div split = new Div(photos, side);
        split.addClassName("studio-split");
        content(lead, split);
    }

    private void start() {
        List<UUID> chosen = photos.chosen();
        if (chosen.isEmpty()) {
            Notices.error(t("Choose at least one photograph."));
            return;
        }
        form.spec(chosen).ifPresent(this::submit);
    }
}
