package studio.diorama.frontend.project;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Set;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.asset.AssetService;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.Page;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.people.RoleWords;
import studio.diorama.frontend.session.LiveUpdates;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.change.ChangeKind;

/// The projects that somebody belongs to.
@Route(value = "", layout = MainLayout.class)
public class ProjectsView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient ProjectService projects;
    private final transient AssetService assets;
    private final transient ProjectAccess access;

    public ProjectsView(
            Viewer viewer, ProjectService projects, AssetService assets, ProjectAccess access, LiveUpdates live) {
        this.viewer = viewer;
        this.projects = projects;
        this.assets = assets;
        this.access = access;
        title(t("Projects"));
        live.follow(
                this,
                change -> change.kind() == ChangeKind.PROJECT || change.kind() == ChangeKind.MEMBER,
                actor -> true,
                this::show);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    private void show() {
        Actor actor = viewer.require();
        List<ProjectService.Membership> memberships = projects.list(actor);
        Button create = new Button(t("New project"), VaadinIcon.PLUS.create(), click -> askForName());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        onKey(create, "n");
        if (memberships.isEmpty()) {
            actions();
            content(new EmptyState(
                    "projects",
                    t("No project yet"),
                    t("A project is your team's room: photographs come in, jobs work on them, results go out."),
                    create));
            return;
        }
        actions(create);
        Div cards = new Div();
        cards.addClassName("studio-cards");
        memberships.forEach(membership -> cards.add(card(actor, membership)));
        content(cards);
    }

    private Anchor card(Actor actor, ProjectService.Membership membership) {
        Anchor card = new Anchor("/projects/" + membership.project().id());
        card.addClassNames("studio-card", "link");
        long photos = access.may(actor, Action.SEE_ALL, membership.project().id())
                ? assets.count(actor, membership.project().id(), Set.of(AssetKind.PHOTO))
                : 0;
        long results = assets.count(actor, membership.project().id(), AssetService.RESULTS);
        Paragraph description = new Paragraph(membership.project().description());
        Span about = new Span(t(
                "Photos: {0} · Results: {1} · You are: {2}",
                Figures.count(photos), Figures.count(results), RoleWords.name(membership.role())));
        about.addClassName("studio-meta");
        card.add(new H2(membership.project().name()), description, about);
        return card;
    }

    private void askForName() {
        Dialog dialog = new Dialog(t("New project"));
        TextField name = new TextField(t("Name"));
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setWidthFull();
        TextArea description = new TextArea(t("Description"));
        description.setMaxLength(2000);
        description.setWidthFull();
        Button save = new Button(t("Create"), click -> {
            if (name.isEmpty()) {
                name.setErrorMessage(t("A name is needed."));
                name.setInvalid(true);
                return;
            }
            ProjectService.Membership made = projects.create(viewer.require(), name.getValue(), description.getValue());
            dialog.close();
            getUI().ifPresent(ui -> ui.navigate("projects/" + made.project().id()));
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        dialog.add(name, description);
        dialog.getFooter().add(new Button(t("Cancel"), click -> dialog.close()), save);
        dialog.open();
    }
}
