package studio.diorama.frontend.asset;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.InProject;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.Page;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.Confirmation;
import studio.diorama.frontend.component.Facts;
import studio.diorama.frontend.component.NoiseReport;
import studio.diorama.frontend.component.PictureCompare;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;

/// One photograph or result: a noisy picture beside the clean one it came from, everything else by itself.
@Route(value = "asset/:asset", layout = MainLayout.class)
public class AssetView extends Page implements BeforeEnterObserver, InProject {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient ProjectAccess access;
    private final transient AssetService assets;
    private transient Asset asset;

    public AssetView(Viewer viewer, ProjectAccess access, AssetService assets) {
        this.viewer = viewer;
        this.access = access;
        this.assets = assets;
        addClassName("wide");
    }

    @Override
    public Optional<UUID> projectId() {
        return Optional.ofNullable(asset).map(Asset::projectId);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = viewer.require();
        asset = assets.get(actor, ProjectPage.id(event, "asset"));
        List<Asset> line = assets.lineage(actor, asset.id());
        List<Asset> siblings =
                asset.jobId().map(job -> assets.ofJob(actor, job)).orElse(List.of());
        title(asset.name());
        actions(buttons(actor, siblings).toArray(Component[]::new));
        content(picture(siblings), facts(line));
    }

    private Component picture(List<Asset> siblings) {
        Optional<Asset> report = asset.kind() == AssetKind.REPORT
                ? Optional.of(asset)
                : siblings.stream()
                        .filter(sibling -> asset.kind() == AssetKind.NOISE_MODEL && sibling.kind() == AssetKind.REPORT)
                        .findFirst();
        if (report.isPresent()) {
            return new NoiseReport(report.orElseThrow());
        }
        if (asset.picture().isEmpty()) {
            return new Paragraph(t("This file has no picture; download it."));
        }
        Optional<Asset> clean = siblings.stream()
                .filter(sibling ->
                        sibling.kind() == AssetKind.CLEAN && sibling.sourceId().equals(asset.sourceId()))
                .findFirst();
        if (asset.kind() == AssetKind.NOISY && clean.isPresent()) {
            PictureCompare compare = new PictureCompare();
            compare.show(content(clean.orElseThrow()), t("Clean"), content(asset), t("With noise"), level());
            return compare;
        }
        Image image = new Image(content(asset), asset.name());
        image.addClassName("studio-picture");
        return image;
    }

    private String level() {
        return asset.picture()
                .flatMap(picture -> picture.iso().map(iso -> "ISO " + iso))
                .orElse("");
    }

    private Component facts(List<Asset> line) {
        Facts facts = new Facts();
        asset.picture().ifPresent(picture -> {
            facts.with(t("Size"), "%d × %d · %d bit".formatted(picture.width(), picture.height(), picture.bitDepth()));
            picture.camera().ifPresent(camera -> facts.with(t("Camera"), camera));
            picture.iso().ifPresent(iso -> facts.with(t("ISO"), Figures.count(iso)));
        });
        facts.with(t("File"), asset.mediaType() + " · " + Figures.bytes(asset.bytes()));
        facts.with(t("SHA-256"), asset.sha256());
        facts.with(t("Made"), Figures.moment(asset.createdAt()));
        asset.jobId().ifPresent(job -> facts.with(t("By"), new Anchor("/jobs/" + job, t("this job"))));
        line.stream()
                .skip(1)
                .forEach(source -> facts.with(t("From"), new Anchor("/asset/" + source.id(), source.name())));
        asset.message().ifPresent(message -> facts.with(t("Note"), message));
        return facts;
    }

    private List<Component> buttons(Actor actor, List<Asset> siblings) {
        List<Component> buttons = new ArrayList<>();
        List<Asset> pictures = siblings.stream()
                .filter(sibling -> sibling.kind() == asset.kind())
                .toList();
        int position = pictures.stream().map(Asset::id).toList().indexOf(asset.id());
        if (position > 0) {
            buttons.add(onKey(neighbour(pictures.get(position - 1), VaadinIcon.ARROW_LEFT, t("Previous")), ","));
        }
        if (position >= 0 && position < pictures.size() - 1) {
            buttons.add(onKey(neighbour(pictures.get(position + 1), VaadinIcon.ARROW_RIGHT, t("Next")), "."));
        }
        siblings.stream()
                .filter(sibling -> sibling.kind() == AssetKind.NOISE_LEVEL && asset.kind() == AssetKind.NOISY)
                .filter(sibling -> sibling.sourceId().equals(asset.sourceId()))
                .findFirst()
                .ifPresent(map -> buttons.add(neighbour(map, VaadinIcon.GRID_SMALL, t("Noise level"))));
        siblings.stream()
                .filter(sibling -> sibling.kind() == AssetKind.CLEAN && asset.kind() == AssetKind.NOISY)
                .filter(sibling -> sibling.sourceId().equals(asset.sourceId()))
                .findFirst()
                .filter(clean -> access.may(actor, Action.RUN_JOBS, asset.projectId()))
                .ifPresent(clean -> buttons.add(score(clean)));
        Anchor download = new Anchor("/api/v1/assets/" + asset.id() + "/content");
        download.setRouterIgnore(true);
        download.addClassName("studio-button");
        download.add(VaadinIcon.DOWNLOAD.create());
        download.add(t("Download"));
        buttons.add(download);
        if (asset.kind() == AssetKind.PHOTO && access.may(actor, Action.UPLOAD, asset.projectId())) {
            Button delete = new Button(VaadinIcon.TRASH.create(), click -> askToDelete());
            delete.setAriaLabel(t("Delete"));
            delete.setTooltipText(t("Delete"));
            buttons.add(delete);
        }
        return buttons;
    }

    private Anchor score(Asset clean) {
        Anchor link = new Anchor(
                "/projects/%s/noise-score?clean=%s&noisy=%s".formatted(asset.projectId(), clean.id(), asset.id()));
        link.addClassName("studio-button");
        link.add(VaadinIcon.SEARCH.create());
        link.add(t("Which camera was it?"));
        return link;
    }

    private static Anchor neighbour(Asset other, VaadinIcon icon, String text) {
        Anchor link = new Anchor("/asset/" + other.id());
        link.addClassName("studio-button");
        link.add(icon.create());
        link.add(text);
        return link;
    }

    private void askToDelete() {
        Confirmation.ask(t("Delete this photo?"), t("It cannot be brought back."), t("Delete"), () -> {
            UUID project = asset.projectId();
            assets.delete(viewer.require(), asset.id());
            getUI().ifPresent(ui -> ui.navigate("projects/" + project + "/photos"));
        });
    }

    private static String content(Asset shown) {
        return "/api/v1/assets/" + shown.id() + "/content?inline=true";
    }
}
