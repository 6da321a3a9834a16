package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.component.CopyText;
import studio.diorama.persistence.account.TokenScope;

/// Asks what a new token may do, then shows its secret, this once.
class NewTokenDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;

    private final TextField name = new TextField(t("Name"));
    private final CheckboxGroup<TokenScope> scopes = new CheckboxGroup<>(t("It may"));
    private final Select<ProjectService.Membership> project = new Select<>();
    private final IntegerField days = new IntegerField(t("Days until it expires"));
    private transient Function<Wish, String> create;

    /// What somebody has asked for.
    record Wish(String name, Set<TokenScope> scopes, Optional<UUID> project, Duration life) {}

    NewTokenDialog(List<ProjectService.Membership> projects, int mostDays) {
        setHeaderTitle(t("New token"));
        setWidth("30rem");
        name.setValue(t("My script"));
        name.setMaxLength(200);
        name.setWidthFull();
        name.setAutofocus(true);
        name.setAutoselect(true);
        scopes.setItems(TokenScope.values());
        scopes.setItemLabelGenerator(ScopeWords::meaning);
        scopes.setValue(Set.of(TokenScope.READ));
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        project.setLabel(t("Project"));
        project.setItems(projects);
        project.setItemLabelGenerator(membership ->
                membership == null ? t("All of yours") : membership.project().name());
        project.setEmptySelectionAllowed(true);
        project.setEmptySelectionCaption(t("All of yours"));
        project.setWidthFull();
        days.setValue(Math.min(USUAL_DAYS, mostDays));
        days.setMin(1);
        days.setMax(mostDays);
        days.setStepButtonsVisible(true);
        days.setHelperText(t("At most {0}.", mostDays));
        add(new Div(name, scopes, project, days));
        Button save = new Button(t("Create"), click -> create());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(t("Cancel"), click -> close()), save);
    }

    /// @param create makes the token and returns its secret
    void onCreate(Function<Wish, String> create) {
        this.create = create;
    }

    private void create() {
        if (scopes.isEmpty()) {
            scopes.setErrorMessage(t("Choose at least one."));
            scopes.setInvalid(true);
            return;
        }
        if (days.isInvalid() || days.isEmpty()) {
            days.focus();
            return;
        }
        Optional<UUID> only = project.getOptionalValue()
                .map(membership -> membership.project().id());
        showSecret(create.apply(new Wish(name.getValue(), scopes.getValue(), only, Duration.ofDays(days.getValue()))));
    }

    private void showSecret(String secret) {
        getElement().executeJs("return location.origin").then(String.class, origin -> {
            removeAll();
            setHeaderTitle(t("Your new token"));
            setCloseOnOutsideClick(false);
            Paragraph once = new Paragraph(t("Copy it now: it is shown this once, and nobody can look it up later."));
            once.addClassNames("studio-notice", "warning");
            String example = "curl -H 'Authorization: Bearer " + secret + "' " + origin + "/api/v1/projects";
            add(once, new CopyText(t("Token"), secret), new CopyText(t("For example"), example));
            Button done = new Button(t("Done"), click -> close());
            done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().removeAll();
            getFooter().add(done);
        });
    }
}
