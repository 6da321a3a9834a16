package studio.diorama.frontend.component;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/// Asks before something that cannot be undone; the Enter key alone leaves all as it is.
public final class Confirmation {

    /// By itself the dialog has its confirming button under the Enter key; this hands the first focus on.
    private static final String FOCUS_ON_CANCEL = """
            const handOn = (event) => {
              if (event.target.slot === 'confirm-button') {
                this.removeEventListener('focusin', handOn);
                this.querySelector('[slot="cancel-button"]').focus();
              }
            };
            this.addEventListener('focusin', handOn);
            """;

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
        dialog.getElement().executeJs(FOCUS_ON_CANCEL);
        dialog.open();
    }
}
