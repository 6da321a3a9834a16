package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import org.junit.jupiter.api.Test;

class SignInCookieTest {

    @Test
    void isOutOfReachOfScriptsAndOtherSites() {
        NewCookie cookie = SignInCookie.holding("secret", true);

        assertThat(cookie.getName()).isEqualTo("diorama_session");
        assertThat(cookie.getValue()).isEqualTo("secret");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(SignInCookie.holding("secret", false).isSecure()).isFalse();
    }

    @Test
    void isClearedByTheSameNameAndPathAtOnce() {
        NewCookie cookie = SignInCookie.cleared(true);

        assertThat(cookie.getName()).isEqualTo("diorama_session");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
    }
}
