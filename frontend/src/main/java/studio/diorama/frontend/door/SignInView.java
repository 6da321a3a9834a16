package studio.diorama.frontend.door;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.diorama.auth.FirstAccount;
import studio.diorama.auth.SignInMode;
import studio.diorama.common.ErrorCode;
import studio.diorama.frontend.session.Open;
import studio.diorama.frontend.session.Viewer;

/// The way in: a password of this installation, the team's identity provider, or both.
@Open
@Route("sign-in")
public class SignInView extends DoorPage {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient SignInMode mode;
    private final transient FirstAccount firstAccount;

    public SignInView(Viewer viewer, SignInMode mode, FirstAccount firstAccount) {
        this.viewer = viewer;
        this.mode = mode;
        this.firstAccount = firstAccount;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String next = LocalPath.orHome(parameter(event, "next").orElse("/"));
        if (viewer.find().isPresent()) {
            event.getUI().getPage().setLocation(next);
            return;
        }
        List<Component> parts = new ArrayList<>();
        parts.add(lead(t("The studio where photographs become 3D assets, images and labelled datasets.")));
        if (firstAccount.isMissing()) {
            parts.add(notice(
                    "info",
                    t("Nobody has an account here yet. The console of the server shows the link that"
                            + " makes the first one.")));
        } else {
            parameter(event, "problem").ifPresent(code -> parts.add(notice("error", problem(code))));
            if (mode.provider()) {
                parameter(event, "error").ifPresent(code -> parts.add(notice("error", providerProblem(code))));
                parts.add(provider(next));
            }
            if (mode.local()) {
                parts.add(form(next));
            }
            parts.add(lead(t("No account? Ask somebody of your team for an invitation.")));
        }
        show(t("Sign in"), parts.toArray(Component[]::new));
    }

    private static Component form(String next) {
        return new DoorForm(
                        "/sign-in/local",
                        next,
                        t("Sign in"),
                        DoorField.email("email").focused(),
                        DoorField.password(t("Password"), "password"))
                .saying(
                        ErrorCode.NOT_SIGNED_IN,
                        t("The e-mail address or the password is wrong. After several wrong tries even the right"
                                + " password has to wait for some minutes."))
                .saying(ErrorCode.RATE_LIMITED, t("Too many tries. Wait a minute and try again."));
    }

    private static Component provider(String next) {
        return link(
                "/sign-in/oidc?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8),
                t("Sign in with your organisation"));
    }

    private static String problem(String code) {
        return ErrorCode.RATE_LIMITED.name().equals(code)
                ? t("Too many tries. Wait a minute and try again.")
                : t("The sign-in did not work. Try again; if it stays, tell your operator.");
    }

    /// @param code of RFC 6749, section 4.1.2.1, or what else the provider says
    private static String providerProblem(String code) {
        return switch (code) {
            case "access_denied" -> t("Your organisation's sign-in was cancelled, or does not let you in here.");
            case "temporarily_unavailable", "server_error" ->
                t("Your organisation's sign-in does not answer now. Try again in a minute.");
            default -> t("The sign-in did not work. Try again; if it stays, tell your operator.");
        };
    }

    private static Optional<String> parameter(BeforeEnterEvent event, String name) {
        return event.getLocation().getQueryParameters().getSingleParameter(name);
    }
}
