package studio.diorama.auth;

import jakarta.ws.rs.core.NewCookie;

/// The cookie that holds a session's secret: for this host alone, out of reach of scripts, not sent along by other
/// sites' forms. It goes when the browser closes; the session itself ends on the server.
public final class SignInCookie {

    public static final String NAME = "diorama_session";

    private SignInCookie() {}

    /// @param secure whether the request came by https, so that the cookie never travels in the open again
    public static NewCookie holding(String secret, boolean secure) {
        return builder(secure).value(secret).build();
    }

    /// Makes the browser forget its secret.
    public static NewCookie cleared(boolean secure) {
        return builder(secure).value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder(boolean secure) {
        return new NewCookie.Builder(NAME)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX);
    }
}
