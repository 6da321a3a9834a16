package studio.diorama.frontend.door;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import studio.diorama.auth.FirstAccount;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.frontend.session.Open;

/// Where the console's link leads: the first account of an installation.
@Open
@Route("setup")
public class SetupView extends DoorPage {

    private static final long serialVersionUID = 1L;

    private final transient FirstAccount firstAccount;

    public SetupView(FirstAccount firstAccount) {
        this.firstAccount = firstAccount;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("key")
                .orElse("");
        try {
            firstAccount.checkKey(key);
        } catch (DioramaException refusal) {
            refuse(refusal);
            return;
        }
        show(
                t("Welcome to Diorama"),
                lead(t("Make the first account. It runs this installation and invites everybody else.")),
                new DoorForm(
                                "/setup/account",
                                "/",
                                t("Make the account"),
                                DoorField.name("name").focused(),
                                DoorField.email("email"),
                                DoorField.newPassword("password"),
                                DoorField.repeated("password"))
                        .with("key", key));
    }

    private void refuse(DioramaException refusal) {
        if (refusal.code() == ErrorCode.GONE) {
            show(
                    t("This link was used"),
                    lead(t("This installation has its first account already. Sign in, or ask for an invitation.")),
                    link("/sign-in", t("Sign in")));
        } else {
            show(
                    t("This link has ended"),
                    lead(t("It changes at each start of the server: copy the newest one from its console.")));
        }
    }
}
