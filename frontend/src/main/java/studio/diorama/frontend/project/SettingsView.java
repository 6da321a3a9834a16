package studio.diorama.frontend.project;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import studio.diorama.auth.Action;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.ProjectPage;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.project.Project;

/// Name and description of a project, and its end.
@Route(value = "projects/:project/settings", layout = MainLayout.class)
public class SettingsView extends ProjectPage {

    private static final long serialVersionUID = 1L;

    private final transient ProjectService projects;
    private final transient ProjectAccess access;
    private final TextField name = new TextField(t("Name"));
    private final TextArea description = new TextArea(t("Description"));
    private final Div conflict = new Div();
    private long version;

    public SettingsView(Viewer viewer, ProjectService projects, ProjectAccess access) {
        super(viewer, projects, access);
        this.projects = projects;
        this.access = access;
        addClassName("narrow");
        name.setMaxLength(200);
        name.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        description.setMaxLength(2000);
        description.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        description.setMinHeight("8rem");
        description.setWidthFull();
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        access.check(actor(), Action.EDIT_PROJECT, project());
        title(t("Settings of the project"));
        take(membership().project());
        Button save = new Button(t("Save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        content(name, description, conflict, save);
        if (may(Action.REMOVE_PROJECT)) {
            add(end());
        }
    }

    private void take(Project project) {
        conflict.removeAll();
        name.setValue(project.name());
        description.setValue(project.description());
        version = project.version();
    }

    private void save() {
        try {
            take(projects.update(actor(), project(), version, name.getValue(), description.getValue())
                    .project());
            Notices.done(t("Saved."));
        } catch (DioramaException refusal) {
            if (refusal.code() != ErrorCode.PRECONDITION_FAILED) {
                throw refusal;
            }
            showConflict(projects.get(actor(), project()).project());
        }
    }

    /// Shows the newer text beside the typed one; the next save is made from the newer one.
    private void showConflict(Project newer) {
        version = newer.version();
        Button take = new Button(t("Take theirs instead of mine"), click -> take(newer));
        Div theirs = new Div(
                new Paragraph(t(
                        "Somebody else has changed the project meanwhile. Theirs is below; what you typed is still above."
                                + " Save again to replace theirs by yours.")),
                new H2(newer.name()),
                new Paragraph(newer.description()),
                take);
        theirs.addClassNames("studio-notice", "warning");
        theirs.getElement().setAttribute("role", "alert");
        theirs.getStyle().set("margin-block", "1rem");
        conflict.removeAll();
        conflict.add(theirs);
    }

    private Section end() {
        Button delete = new Button(
                t("Delete the project"),
                VaadinIcon.TRASH.create(),
                click -> new DeleteProjectDialog(
                                projects.get(actor(), project()).project().name(), this::delete)
                        .open());
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Section section = new Section(
                new H2(t("The end")),
                new Paragraph(t("Deleting the project deletes its photographs, jobs and results for everybody.")),
                delete);
        section.addClassName("studio-section");
        return section;
    }

    private void delete() {
        projects.delete(actor(), project());
        getUI().ifPresent(ui -> ui.navigate(""));
        Notices.done(t("The project is deleted."));
    }
}
