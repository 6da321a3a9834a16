package studio.diorama.frontend.photo;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.Set;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.change.ChangeKind;

/// What a project's jobs made; viewers see what was released.
@Route(value = "projects/:project/results", layout = MainLayout.class)
public class ResultsView extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient AssetService assets;
    private final Grid<Asset> grid = new AssetGrid();
    private final Select<AssetKind> kinds = new Select<>();
    private boolean empty;

    public ResultsView(
            Viewer viewer, ProjectService projects, ProjectAccess access, AssetService assets, LiveUpdates live) {
        super(viewer, projects, access);
        this.assets = assets;
        title(t("Results"));
        addClassName("wide");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        kinds.setLabel(t("Kind"));
        kinds.setItems(AssetService.RESULTS.stream().sorted().toList());
        kinds.setItemLabelGenerator(kind -> kind == null ? t("All kinds") : KindWords.name(kind));
        kinds.setEmptySelectionAllowed(true);
        kinds.setEmptySelectionCaption(t("All kinds"));
        kinds.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        live.follow(
                this,
                change -> change.projectId() != null
                        && project().equals(change.projectId())
                        && (change.kind() == ChangeKind.ASSET || change.kind() == ChangeKind.JOB),
                actor -> access.may(actor, Action.SEE_RELEASED, project()),
                this::refresh);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        empty = assets.count(actor(), project(), AssetService.RESULTS) == 0;
        if (empty) {
            content(nothing());
            return;
        }
        grid.setItems(
                query -> assets.slice(actor(), project(), chosen(), query.getOffset(), query.getLimit()).stream(),
                query -> (int) assets.count(actor(), project(), chosen()));
        content(new Div(kinds), grid);
    }

    private Component nothing() {
        return new EmptyState(
                "no-results",
                may(Action.SEE_ALL) ? t("No results yet") : t("Nothing released yet"),
                may(Action.SEE_ALL)
                        ? t("What jobs make appears here.")
                        : t("What the team releases for you appears here, and you can download it."));
    }

    private Set<AssetKind> chosen() {
        return kinds.getValue() == null ? AssetService.RESULTS : Set.of(kinds.getValue());
    }

    private void refresh() {
        if (empty) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        } else {
            grid.getDataProvider().refreshAll();
        }
    }
}
