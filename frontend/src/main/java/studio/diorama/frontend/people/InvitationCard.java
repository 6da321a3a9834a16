package studio.diorama.frontend.people;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.UUID;
import java.util.function.Consumer;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.component.Facts;
import studio.diorama.persistence.project.Invitation;

/// An invitation that nobody has used yet.
class InvitationCard extends Div {

    private static final long serialVersionUID = 1L;

    InvitationCard(Invitation invitation, Consumer<UUID> revoke) {
        addClassName("studio-card");
        Button button = new Button(t("Take back"), VaadinIcon.TRASH.create(), click -> revoke.accept(invitation.id()));
        button.setAriaLabel(t("Take the invitation of {0} back", invitation.email()));
        button.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        button.getStyle().set("align-self", "start");
        add(
                new H3(invitation.email()),
                new Facts()
                        .with(t("Becomes"), RoleWords.name(invitation.role()))
                        .with(t("Expires"), Figures.moment(invitation.expiresAt())),
                button);
    }
}
