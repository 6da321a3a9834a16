package studio.diorama.frontend;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.auth.SignInMode;
import studio.diorama.frontend.session.Viewer;

/// The frame around every page behind the sign-in: where one can go, and where one is.
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient ProjectAccess access;
    private final Div items = new Div();
    private final Div foot = new Div();
    private final Main main = new Main();

    public MainLayout(Viewer viewer, ProjectAccess access, SignInMode mode) {
        this.viewer = viewer;
        this.access = access;
        addClassName("studio-shell");
        Anchor skip = new Anchor("#main", t("To the content"));
        skip.addClassName("studio-skip-link");
        skip.setRouterIgnore(true);
        main.addClassName("studio-main");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, navigation(), main);
        getElement().executeJs("import('/diorama/keys.js')");
        if (mode.provider()) {
            getElement().executeJs("import('/diorama/session.js')");
        }
    }

    private Nav navigation() {
        Nav nav = new Nav();
        nav.addClassName("studio-nav");
        nav.getElement().setAttribute("aria-label", t("Studio"));
        Anchor brand = new Anchor("/");
        brand.addClassName("studio-brand");
        Image logo = new Image("diorama/logo.svg", "");
        brand.add(logo, new Span("Diorama"));
        items.addClassName("studio-nav-items");
        foot.addClassName("studio-nav-foot");
        foot.add(link("account", VaadinIcon.USER, t("Account"), Optional.empty()));
        viewer.find()
                .filter(actor -> actor.account().operator())
                .ifPresent(actor -> foot.add(link("admin", VaadinIcon.COGS, t("Operation"), Optional.empty())));
        nav.add(brand, items, foot);
        return nav;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        items.removeAll();
        items.add(link("", VaadinIcon.GRID_BIG, t("Projects"), Optional.of("p")));
        projectIn(event).ifPresent(project -> projectLinks(project).forEach(items::add));
        Stream.concat(items.getChildren(), foot.getChildren())
                .map(Anchor.class::cast)
                .forEach(anchor -> {
                    if (anchor.getHref().equals("/" + path)) {
                        anchor.getElement().setAttribute("aria-current", "page");
                    } else {
                        anchor.getElement().removeAttribute("aria-current");
                    }
                });
    }

    private List<Anchor> projectLinks(UUID project) {
        String base = "projects/" + project;
        List<Anchor> links = new ArrayList<>();
        Optional<Actor> actor = viewer.find();
        boolean all = actor.filter(person -> access.may(person, Action.SEE_ALL, project))
                .isPresent();
        links.add(link(base, VaadinIcon.HOME, t("Overview"), Optional.of("o")));
        if (all) {
            links.add(link(base + "/photos", VaadinIcon.PICTURE, t("Photos"), Optional.of("f")));
        }
        links.add(link(base + "/jobs", VaadinIcon.TASKS, t("Jobs"), Optional.of("j")));
        links.add(link(base + "/results", VaadinIcon.CUBES, t("Results"), Optional.of("e")));
        if (all) {
            links.add(link(base + "/people", VaadinIcon.USERS, t("People"), Optional.of("m")));
        }
        return links;
    }

    /// The project of the page, told by the page itself where its address does not name it.
    private static Optional<UUID> projectIn(AfterNavigationEvent event) {
        return event.getActiveChain().stream()
                .filter(InProject.class::isInstance)
                .map(InProject.class::cast)
                .flatMap(page -> page.projectId().stream())
                .findFirst();
    }

    private static Anchor link(String path, VaadinIcon icon, String text, Optional<String> key) {
        Anchor anchor = new Anchor("/" + path);
        anchor.add(icon.create(), new Span(text));
        key.ifPresent(letter -> {
            anchor.getElement().setAttribute("data-key", "g " + letter);
            anchor.setTitle(t("{0} (g, then {1})", text, letter));
        });
        return anchor;
    }
}
