package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.diorama.auth.AccessTokens;
import studio.diorama.auth.NewAccessToken;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.MainLayout;
import studio.diorama.frontend.Page;
import studio.diorama.frontend.component.Confirmation;
import studio.diorama.frontend.component.EmptyState;
import studio.diorama.frontend.component.Facts;
import studio.diorama.frontend.component.Notices;
import studio.diorama.frontend.session.Viewer;
import studio.diorama.persistence.account.AccessToken;
import studio.diorama.persistence.config.DioramaConfig;

/// One's own access tokens, by which programs use the API.
@Route(value = "account/tokens", layout = MainLayout.class)
public class TokensView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final transient AccessTokens tokens;
    private final transient ProjectService projects;
    private final transient InstantSource clock;
    private final transient DioramaConfig config;

    public TokensView(
            Viewer viewer, AccessTokens tokens, ProjectService projects, InstantSource clock, DioramaConfig config) {
        this.viewer = viewer;
        this.tokens = tokens;
        this.projects = projects;
        this.clock = clock;
        this.config = config;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        title(t("Access tokens"));
        Button create = onKey(new Button(t("New token"), VaadinIcon.PLUS.create(), click -> askForToken()), "n");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(create);
        Paragraph lead = new Paragraph(t("A token lets a program use the API in your name, with what you allow it."));
        lead.addClassName("studio-lead");
        List<AccessToken> mine = tokens.list(viewer.require());
        content(new AccountTabs(1), lead, mine.isEmpty() ? nothing() : cards(mine));
    }

    private static EmptyState nothing() {
        return new EmptyState(
                "no-results",
                t("No token yet"),
                t("Make one to upload, start jobs and download from your own scripts."));
    }

    private Div cards(List<AccessToken> mine) {
        Map<UUID, String> names = projects.list(viewer.require()).stream()
                .collect(Collectors.toMap(
                        membership -> membership.project().id(),
                        membership -> membership.project().name()));
        Div cards = new Div();
        cards.addClassName("studio-cards");
        mine.forEach(token -> cards.add(card(token, names)));
        return cards;
    }

    private Div card(AccessToken token, Map<UUID, String> names) {
        boolean over = !token.expiresAt().isAfter(clock.instant());
        String project = token.projectId()
                .map(id -> names.getOrDefault(id, t("one you no longer belong to")))
                .orElseGet(() -> t("all of yours"));
        Facts facts = new Facts()
                .with(t("May"), ScopeWords.names(token.scopes()))
                .with(t("Projects"), project)
                .with(over ? t("Expired") : t("Expires"), Figures.moment(token.expiresAt()))
                .with(t("Last used"), token.lastUsedAt().map(Figures::moment).orElseGet(() -> t("never")));
        Button revoke = new Button(t("Revoke"), VaadinIcon.TRASH.create(), click -> askToRevoke(token));
        revoke.setAriaLabel(t("Revoke {0}", token.name()));
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        revoke.getStyle().set("align-self", "start");
        Div card = new Div(new H2(token.name()), facts, revoke);
        card.addClassName("studio-card");
        return card;
    }

    private void askForToken() {
        NewTokenDialog dialog = new NewTokenDialog(projects.list(viewer.require()), (int)
                config.session().tokenLife().toDays());
        dialog.onCreate(wish -> {
            NewAccessToken made =
                    tokens.create(viewer.require(), wish.name(), wish.scopes(), wish.project(), wish.life());
            show();
            return made.secret();
        });
        dialog.open();
    }

    private void askToRevoke(AccessToken token) {
        Confirmation.ask(
                t("Revoke “{0}”?", token.name()),
                t("Programs that use it are refused from now on. This cannot be undone."),
                t("Revoke"),
                () -> {
                    tokens.revoke(viewer.require(), token.id());
                    show();
                    Notices.done(t("Revoked."));
                });
    }
}
