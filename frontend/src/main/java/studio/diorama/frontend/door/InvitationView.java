package studio.diorama.frontend.door;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.Actor;
import studio.diorama.auth.SignInMode;
import studio.diorama.backend.project.InvitationService;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.frontend.people.RoleWords;
import studio.diorama.frontend.session.Open;
import studio.diorama.frontend.session.Viewer;

/// Where an invitation's link leads: what is offered, and the shortest way to take it.
@Open
@Route("invitation")
public class InvitationView extends DoorPage {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient SignInMode mode;
    private final transient InvitationService invitations;

    public InvitationView(Viewer viewer, SignInMode mode, InvitationService invitations) {
        this.viewer = viewer;
        this.mode = mode;
        this.invitations = invitations;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String key = query.getSingleParameter("key").orElse("");
        InvitationService.Offer offer;
        try {
            offer = invitations.offer(key);
        } catch (DioramaException refusal) {
            refuse(refusal);
            return;
        }
        Optional<Actor> actor = viewer.find();
        if (actor.isEmpty()) {
            welcomeStranger(offer, key);
        } else if (actor.get().account().email().equals(offer.invitation().email())) {
            show(title(), about(offer), join(key));
        } else {
            show(title(), about(offer), notForYou(offer, actor.get()));
        }
    }

    private void welcomeStranger(InvitationService.Offer offer, String key) {
        Paragraph already = link("/sign-in?next=" + encoded("/invitation?key=" + key), t("I have an account: sign in"));
        if (!mode.local()) {
            show(title(), about(offer), already);
            return;
        }
        show(
                title(),
                about(offer),
                new DoorForm(
                                "/invitation/newcomer",
                                "/projects/" + offer.project().id(),
                                t("Join"),
                                DoorField.knownEmail(offer.invitation().email()),
                                DoorField.name("name").focused(),
                                DoorField.newPassword("password"),
                                DoorField.repeated("password"))
                        .with("key", key)
                        .saying(
                                ErrorCode.CONFLICT,
                                t("You have an account already. Sign in with it: the link is below.")),
                already);
    }

    private Component join(String key) {
        Button join = new Button(t("Join"), click -> {
            UUID project = invitations.accept(viewer.require(), key);
            getUI().ifPresent(ui -> ui.navigate("projects/" + project));
        });
        join.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        join.setWidthFull();
        join.setDisableOnClick(true);
        join.focus();
        return join;
    }

    private static Component notForYou(InvitationService.Offer offer, Actor actor) {
        return notice(
                "warning",
                t(
                        "This invitation is for {0}, and you are signed in as {1}. Sign out on your account's page, then"
                                + " open the link again.",
                        offer.invitation().email(), actor.account().email()),
                new Anchor("/account", t("To your account")));
    }

    private void refuse(DioramaException refusal) {
        boolean gone = refusal.code() == ErrorCode.GONE;
        show(
                gone ? t("This invitation has ended") : t("There is no such invitation"),
                lead(
                        gone
                                ? t("It was used already, has expired, or its project was deleted. Ask for a new one.")
                                : t("Copy the whole link, or ask for a new one: it may have been taken back.")),
                link("/sign-in", t("To the studio")));
    }

    private static String title() {
        return t("You are invited");
    }

    private static Div about(InvitationService.Offer offer) {
        return new Div(
                lead(t(
                        "to the project “{0}” as {1}.",
                        offer.project().name(),
                        RoleWords.name(offer.invitation().role()))),
                lead(t(
                        "Whoever has this role {0}.",
                        RoleWords.meaning(offer.invitation().role()))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
