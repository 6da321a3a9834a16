package studio.diorama.frontend.component;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/// Asks before something that cannot be undone; the Enter key alone leaves all as it is.
public final class Confirmation {

    private Confirmation() {}

    /// @param action the word on the button, such as “Delete”
    public static void ask(String title, String text, String action, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        Button keep = new Button(t("Keep"));
        keep.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.setCancelButton(keep);
        dialog.setConfirmText(action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(event -> confirmed.run());
        // By itself the dialog has its confirming button under the Enter key.
        dialog.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                keep.focus();
            }
        });
        dialog.open();
    }
}
