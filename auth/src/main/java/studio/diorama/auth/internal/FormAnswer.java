package studio.diorama.auth.internal;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import studio.diorama.auth.SignInCookie;
import studio.diorama.common.DioramaException;

/// Answers a form in its caller's words: a script that accepts JSON gets 204 or problem details, a plain form is sent
/// on to the next page, or back with `problem=CODE`.
final class FormAnswer {

    private FormAnswer() {}

    /// @param work makes the cookie, or says why not
    /// @param next where a plain form goes when all is well
    /// @param back where it goes else; may have a query
    static Response of(RoutingContext context, Supplier<NewCookie> work, URI next, String back) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(MediaType.APPLICATION_JSON)) {
            return Response.noContent().cookie(work.get()).build();
        }
        try {
            return Response.seeOther(next).cookie(work.get()).build();
        } catch (DioramaException e) {
            char joint = back.indexOf('?') < 0 ? '?' : '&';
            return Response.seeOther(
                            URI.create(back + joint + "problem=" + e.code().name()))
                    .build();
        }
    }

    static NewCookie cookie(RoutingContext context, String secret) {
        return SignInCookie.holding(secret, context.request().isSSL());
    }

    static NewCookie noCookie(RoutingContext context) {
        return SignInCookie.cleared(context.request().isSSL());
    }
}
