package studio.diorama.frontend.session;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ActorSource;
import studio.diorama.auth.SignInCookie;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Who looks at the page. A page remembers the secret that it was opened with and looks its owner up each time, so
/// that a sign-out or a lost account ends it wherever it happened.
@ApplicationScoped
public class Viewer {

    private final ActorSource actors;

    Viewer(ActorSource actors) {
        this.actors = actors;
    }

    private record PageSecret(String cookie) {}

    /// Ties a new page to the sign-in that it was opened with.
    void adopt(UI ui, VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        Optional<String> secret = cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> SignInCookie.NAME.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
        secret.ifPresent(value -> ComponentUtil.setData(ui, PageSecret.class, new PageSecret(value)));
    }

    /// Whoever does something on this page just now.
    ///
    /// @throws DioramaException `NOT_SIGNED_IN` if the sign-in has ended
    public Actor require() {
        return find().orElseThrow(() ->
                new DioramaException(ErrorCode.NOT_SIGNED_IN, "You have been signed out. Sign in again to go on."));
    }

    public Optional<Actor> find() {
        return secret(UI.getCurrent()).flatMap(actors::fromSession);
    }

    /// The same for a page that only asks whether it may stay open, which does not keep the sign-in alive.
    public Optional<Actor> stillThere(UI ui) {
        return secret(ui).flatMap(actors::reload);
    }

    private static Optional<String> secret(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, PageSecret.class)).map(PageSecret::cookie);
    }
}
