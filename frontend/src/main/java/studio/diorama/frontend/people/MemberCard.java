package studio.diorama.frontend.people;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import studio.diorama.backend.project.MemberService;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.project.Role;

/// One member; owners change what they are, or remove them.
class MemberCard extends Div {

    private static final long serialVersionUID = 1L;

    MemberCard(
            MemberService.Person person,
            boolean self,
            boolean owner,
            BiConsumer<Account, Role> changeRole,
            Consumer<Account> remove) {
        addClassName("studio-card");
        Account account = person.account();
        Span email = new Span(account.email());
        email.addClassName("studio-meta");
        add(new H2(self ? t("{0} (you)", account.name()) : account.name()), email);
        if (!owner) {
            add(new Span(RoleWords.name(person.role())));
            return;
        }
        Select<Role> role = new Select<>();
        role.setAriaLabel(t("Role of {0}", account.name()));
        role.setItems(Role.values());
        role.setItemLabelGenerator(RoleWords::name);
        role.setValue(person.role());
        role.setHelperText(RoleWords.meaning(person.role()));
        role.setWidthFull();
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changeRole.accept(account, change.getValue());
            }
        });
        add(role);
        if (!self) {
            Button button = new Button(t("Remove"), VaadinIcon.TRASH.create(), click -> remove.accept(account));
            button.setAriaLabel(t("Remove {0}", account.name()));
            button.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            button.getStyle().set("align-self", "start");
            add(button);
        }
    }
}
