package studio.diorama.frontend.project;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/// Deletes a project only for whoever types its name.
class DeleteProjectDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    DeleteProjectDialog(String project, Runnable confirmed) {
        setHeaderTitle(t("Delete “{0}”?", project));
        setWidth("30rem");
        TextField typed = new TextField(t("Type the project's name to confirm"));
        typed.setPlaceholder(project);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.setWidthFull();
        typed.setAutofocus(true);
        Button delete = new Button(t("Delete for ever"), click -> {
            close();
            confirmed.run();
        });
        delete.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        delete.setEnabled(false);
        typed.addValueChangeListener(
                change -> delete.setEnabled(change.getValue().strip().equals(project)));
        add(new Paragraph(t("Everything in it goes with it. Nobody can bring it back.")), typed);
        getFooter().add(new Button(t("Keep"), click -> close()), delete);
    }
}
