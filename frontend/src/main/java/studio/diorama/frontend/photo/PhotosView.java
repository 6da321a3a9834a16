package studio.diorama.frontend.photo;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.common.DioramaException;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.Confirmation;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.component.UploadZone;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.change.ChangeKind;
import studio.diorama.persistence.config.DioramaConfig;

/// The photographs of a project: bring in, choose some, do something with them.
@Route(value = "projects/:project/photos", layout = MainLayout.class)
public class PhotosView extends ProjectPage {

    private static final long serialVersionUID = 1L;
    private static final Set<AssetKind> PHOTOS = Set.of(AssetKind.PHOTO);

    private final transient AssetService assets;
    private final transient DioramaConfig config;
    private final Grid<Asset> grid = new AssetGrid();
    private final Button noise;
    private final Button delete;
    private boolean empty;

    public PhotosView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            LiveUpdates live,
            DioramaConfig config) {
        super(viewer, projects, access);
        this.assets = assets;
        this.config = config;
        title(t("Photos"));
        addClassName("wide");
        noise = onKey(new Button(t("Camera noise"), VaadinIcon.CAMERA.create(), click -> makeNoise()), "c");
        noise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        delete = new Button(t("Delete"), VaadinIcon.TRASH.create(), click -> askToDelete());
        grid.addSelectionListener(selection -> showChoice());
        live.follow(
                this,
                change -> change.kind() == ChangeKind.ASSET && project().equals(change.projectId()),
                actor -> access.may(actor, Action.SEE_ALL, project()),
                this::refresh);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        require(Action.SEE_ALL);
        List<Component> parts = new ArrayList<>();
        if (may(Action.UPLOAD)) {
            UploadZone zone = new UploadZone(project(), config.limits().uploadBytes()).compact();
            actions(
                    onKey(new Button(t("Upload"), VaadinIcon.UPLOAD.create(), click -> zone.pick()), "u"),
                    noise,
                    delete);
            parts.add(zone);
        }
        grid.setSelectionMode(may(Action.RUN_JOBS) ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
        grid.setItems(
                query -> assets.slice(actor(), project(), PHOTOS, query.getOffset(), query.getLimit()).stream(),
                query -> (int) assets.count(actor(), project(), PHOTOS));
        empty = assets.count(actor(), project(), PHOTOS) == 0;
        parts.add(
                empty
                        ? new EmptyState(
                                "photos",
                                t("No photographs yet"),
                                t("Drop some anywhere on this page: PNG, JPEG, WebP or TIFF, up to 100 megapixels."))
                        : new Div(grid));
        content(parts.toArray(Component[]::new));
        showChoice();
    }

    private void refresh() {
        if (empty) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        } else {
            grid.getDataProvider().refreshAll();
        }
    }

    private void showChoice() {
        int chosen = grid.getSelectedItems().size();
        noise.setText(chosen == 0 ? t("Camera noise") : t("Camera noise for {0}", chosen));
        delete.setVisible(chosen > 0);
    }

    private void makeNoise() {
        List<String> ready = grid.getSelectedItems().stream()
                .filter(photo -> photo.state() == AssetState.READY)
                .map(photo -> photo.id().toString())
                .toList();
        QueryParameters choice =
                ready.isEmpty() ? QueryParameters.empty() : QueryParameters.of("photos", String.join(",", ready));
        getUI().ifPresent(ui -> ui.navigate("projects/" + project() + "/noise", choice));
    }

    private void askToDelete() {
        int chosen = grid.getSelectedItems().size();
        Confirmation.ask(
                t("Delete {0} photos?", chosen), t("They cannot be brought back."), t("Delete"), this::deleteChosen);
    }

    private void deleteChosen() {
        List<String> kept = new ArrayList<>();
        for (Asset photo : grid.getSelectedItems()) {
            try {
                assets.delete(actor(), photo.id());
            } catch (DioramaException e) {
                kept.add(photo.name() + ": " + e.getMessage());
            }
        }
        grid.deselectAll();
        if (!kept.isEmpty()) {
            Notices.error(String.join(" ", kept.subList(0, Math.min(3, kept.size()))));
        }
    }
}
