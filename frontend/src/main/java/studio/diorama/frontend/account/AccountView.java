package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.auth.Accounts;
import studio.diorama.auth.SignInMode;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.Page;
import studio.diorama.frontend.component.Confirmation;
import studio.diorama.frontend.component.Facts;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.door.DoorField;
import studio.diorama.frontend.door.DoorForm;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.ColorScheme;

/// What somebody decides about themselves: name, look, password, where they are signed in.
@Route(value = "account", layout = MainLayout.class)
public class AccountView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String PASSWORD_CHANGED = "changed";

    private final transient Viewer viewer;
    private final transient Accounts accounts;
    private final transient SignInMode mode;

    public AccountView(Viewer viewer, Accounts accounts, SignInMode mode) {
        this.viewer = viewer;
        this.accounts = accounts;
        this.mode = mode;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Account account = viewer.require().account();
        title(t("Account"));
        actions(new SignOutForm());
        List<Component> parts = new ArrayList<>(List.of(new AccountTabs(0), about(account), look(account)));
        if (mode.local()) {
            parts.add(password(account));
        }
        parts.add(everywhere());
        content(parts.toArray(Component[]::new));
        if (event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PASSWORD_CHANGED)
                .isPresent()) {
            Notices.done(t("Your password is changed. Every other browser was signed out."));
        }
    }

    private Component about(Account account) {
        TextField name = new TextField(t("Name"));
        name.setValue(account.name());
        name.setMaxLength(200);
        name.setWidthFull();
        Button save = new Button(t("Save the name"), click -> {
            name.setValue(accounts.rename(viewer.require(), name.getValue()).name());
            Notices.done(t("Saved."));
        });
        return section(t("You"), new Facts().with(t("E-mail address"), account.email()), name, save);
    }

    private Component look(Account account) {
        RadioButtonGroup<ColorScheme> schemes = new RadioButtonGroup<>(t("Colours"));
        schemes.setItems(ColorScheme.values());
        schemes.setItemLabelGenerator(ColorSchemeWords::name);
        schemes.setValue(account.colorScheme());
        schemes.addValueChangeListener(change -> {
            accounts.chooseColorScheme(viewer.require(), change.getValue());
            getUI().ifPresent(ui -> ui.getPage().setColorScheme(ColorSchemeWords.page(change.getValue())));
        });
        return section(t("Look"), schemes);
    }

    private static Component password(Account account) {
        return section(
                t("Password"),
                new DoorForm(
                        "/account/password",
                        "/account?" + PASSWORD_CHANGED + "=1",
                        t("Change the password"),
                        DoorField.knownEmail(account.email()),
                        DoorField.password(t("Old password"), "oldPassword"),
                        DoorField.newPassword("newPassword"),
                        DoorField.repeated("newPassword")));
    }

    private Component everywhere() {
        Button button = new Button(
                t("Sign out of every browser"),
                VaadinIcon.SIGN_OUT.create(),
                click -> Confirmation.ask(
                        t("Sign out of every browser?"),
                        t("This one is signed out as well. Access tokens go on working."),
                        t("Sign out"),
                        () -> {
                            accounts.signOutEverywhere(viewer.require());
                            getUI().ifPresent(ui -> ui.getPage().setLocation("/sign-in"));
                        }));
        return section(t("Lost a device?"), button);
    }

    private static Section section(String name, Component... parts) {
        Section section = new Section(new H2(name));
        section.addClassName("studio-section");
        section.add(parts);
        return section;
    }
}
