package studio.diorama.frontend.project;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.AssetTile;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.StateBadge;
import studio.diorama.frontend.component.UploadZone;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobFilter;

/// A project at a glance: drop photographs, choose what to do with them, see what runs and what came out.
@Route(value = "projects/:project", layout = MainLayout.class)
public class ProjectHomeView extends ProjectPage {

    private static final long serialVersionUID = 1L;
    private static final int RECENT = 6;

    private final transient AssetService assets;
    private final transient JobService jobs;
    private final transient DioramaConfig config;
    private final Div lists = new Div();

    public ProjectHomeView(
            Viewer viewer,
            ProjectService projects,
            ProjectAccess access,
            AssetService assets,
            JobService jobs,
            LiveUpdates live,
            DioramaConfig config) {
        super(viewer, projects, access);
        this.assets = assets;
        this.jobs = jobs;
        this.config = config;
        live.follow(
                this,
                change -> change.projectId() != null && change.projectId().equals(project()),
                actor -> access.may(actor, Action.SEE_RELEASED, project()),
                this::showLists);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        title(membership().project().name());
        List<Component> parts = new ArrayList<>();
        if (!membership().project().description().isEmpty()) {
            Paragraph lead = new Paragraph(membership().project().description());
            lead.addClassName("studio-lead");
            parts.add(lead);
        }
        if (may(Action.UPLOAD)) {
            UploadZone zone = new UploadZone(project(), config.limits().uploadBytes());
            Button choose = onKey(new Button(t("Upload"), VaadinIcon.UPLOAD.create(), click -> zone.pick()), "u");
            actions(choose, settings());
            parts.add(zone);
        }
        if (may(Action.RUN_JOBS)) {
            parts.add(pipelines());
        }
        parts.add(lists);
        content(parts.toArray(Component[]::new));
        showLists();
    }

    private Component settings() {
        Button edit = new Button(VaadinIcon.EDIT.create());
        edit.setAriaLabel(t("Name and description"));
        edit.addClickListener(click -> getUI().ifPresent(ui -> ui.navigate("projects/" + project() + "/settings")));
        return edit;
    }

    private Component pipelines() {
        Div cards = new Div(
                card(
                        "noise",
                        "c",
                        VaadinIcon.CAMERA,
                        t("Camera noise"),
                        t(
                                "Clean photographs as a real camera would have taken them, with noise levels and paired datasets.")),
                card(
                        "noise-train",
                        "l",
                        VaadinIcon.ACADEMY_CAP,
                        t("Teach it your camera"),
                        t("From bursts of a scene at rest, or clean and noisy pictures: noise like your camera’s.")),
                card(
                        "noise-fit",
                        null,
                        VaadinIcon.CHART_LINE,
                        t("A camera of your own"),
                        t("Fit the noise of your camera from clean and noisy pictures of the same scenes.")),
                card(
                        "noise-score",
                        null,
                        VaadinIcon.SEARCH,
                        t("Which camera was it?"),
                        t("How likely a picture’s noise is, and the camera and ISO that it most likely came from.")));
        cards.addClassName("studio-cards");
        Section section = new Section(new H2(t("What to make")), cards);
        section.addClassName("studio-section");
        return section;
    }

    private Anchor card(String page, String key, VaadinIcon icon, String name, String text) {
        Anchor card = new Anchor("/projects/" + project() + "/" + page);
        card.addClassNames("studio-card", "link");
        if (key != null) {
            onKey(card, key);
        }
        Span meta = new Span(text);
        meta.addClassName("studio-meta");
        card.add(icon.create(), new com.vaadin.flow.component.html.H3(name), meta);
        return card;
    }

    private void showLists() {
        lists.removeAll();
        boolean all = may(Action.SEE_ALL);
        List<Asset> results = assets.slice(actor(), project(), Set.of(AssetKind.NOISY), 0, RECENT);
        List<Job> recent = jobs.slice(actor(), project(), JobFilter.ALL, 0, RECENT);
        List<Asset> photos = all ? assets.slice(actor(), project(), Set.of(AssetKind.PHOTO), 0, RECENT) : List.of();
        if (all) {
            long count = assets.count(actor(), project(), Set.of(AssetKind.PHOTO));
            lists.add(
                    photos.isEmpty()
                            ? new EmptyState(
                                    "photos",
                                    t("No photographs yet"),
                                    t(
                                            "Drop some anywhere on this page: PNG, JPEG, WebP or TIFF, up to 100 megapixels."))
                            : section(t("Photos"), "photos", count, tiles(photos)));
        }
        if (!recent.isEmpty()) {
            long count = jobs.count(actor(), project(), JobFilter.ALL);
            lists.add(section(t("Jobs"), "jobs", count, jobCards(recent)));
        }
        if (!results.isEmpty()) {
            long count = assets.count(actor(), project(), AssetService.RESULTS);
            lists.add(section(t("Results"), "results", count, tiles(results)));
        } else if (!all) {
            lists.add(new EmptyState(
                    "no-results",
                    t("Nothing released yet"),
                    t("What the team releases for you appears here, and you can download it.")));
        }
    }

    private Section section(String name, String page, long count, Component content) {
        Anchor more = new Anchor("/projects/" + project() + "/" + page, t("All {0}", Figures.count(count)));
        Div head = new Div(new H2(name), more);
        head.addClassName("studio-section-head");
        Section section = new Section(head, content);
        section.addClassName("studio-section");
        return section;
    }

    private static Div tiles(List<Asset> assets) {
        Div tiles = new Div();
        tiles.addClassName("studio-tiles");
        assets.forEach(asset -> tiles.add(new AssetTile(asset)));
        return tiles;
    }

    private static Div jobCards(List<Job> jobs) {
        Div cards = new Div();
        cards.addClassName("studio-cards");
        for (Job job : jobs) {
            Anchor card = new Anchor("/jobs/" + job.id());
            card.addClassNames("studio-card", "link");
            Span title = new Span(job.title());
            title.addClassName("studio-truncate");
            Span meta = new Span(Figures.moment(job.times().createdAt()));
            meta.addClassName("studio-meta");
            card.add(new StateBadge(job.state()), title, meta);
            cards.add(card);
        }
        return cards;
    }
}
