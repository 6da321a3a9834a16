package studio.diorama.frontend.component;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/// Asks before something that cannot be undone.
public final class Confirmation {

    private Confirmation() {}

    /// @param action the word on the button, such as “Delete”
    public static void ask(String title, String text, String action, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(t("Keep"));
        dialog.setConfirmText(action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(event -> confirmed.run());
        dialog.open();
    }
}
