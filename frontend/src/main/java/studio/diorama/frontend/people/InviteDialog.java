package studio.diorama.frontend.people;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.EmailField;
import studio.diorama.frontend.component.CopyText;
import studio.diorama.persistence.project.Role;

/// Asks whom to invite as what, then shows the link, this once.
class InviteDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final EmailField email = new EmailField(t("E-mail address"));
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>(t("Role"));
    private final transient Inviter inviter;
    private final Button send = new Button(t("Make the link"), click -> invite());

    /// Makes the invitation and returns the secret of its link.
    @FunctionalInterface
    interface Inviter {
        String invite(String email, Role role);
    }

    InviteDialog(Inviter inviter) {
        this.inviter = inviter;
        setHeaderTitle(t("Invite somebody"));
        setWidth("32rem");
        email.setAutofocus(true);
        email.setWidthFull();
        email.setRequiredIndicatorVisible(true);
        email.setErrorMessage(t("An address such as name@example.org is needed."));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> t("{0}: {1}", RoleWords.name(one), RoleWords.meaning(one)));
        role.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        role.setValue(Role.EDITOR);
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        add(new Div(email, role));
        getFooter().add(new Button(t("Cancel"), click -> close()), send);
    }

    private void invite() {
        if (email.isEmpty() || email.isInvalid()) {
            email.setInvalid(true);
            email.focus();
            return;
        }
        String address = email.getValue();
        String secret = inviter.invite(address, role.getValue());
        getElement()
                .executeJs("return location.origin")
                .then(String.class, origin -> showLink(address, origin, secret));
    }

    private void showLink(String address, String origin, String secret) {
        removeAll();
        setHeaderTitle(t("The invitation"));
        setCloseOnOutsideClick(false);
        Paragraph once = new Paragraph(t(
                "Send this link to {0} yourself. It is shown this once, works once, and only for that address.",
                address));
        once.addClassNames("studio-notice", "warning");
        add(once, new CopyText(t("Link"), origin + "/invitation?key=" + secret));
        Button done = new Button(t("Done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().removeAll();
        getFooter().add(done);
    }
}
