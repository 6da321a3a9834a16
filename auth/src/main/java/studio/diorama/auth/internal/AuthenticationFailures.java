package studio.diorama.auth.internal;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What is answered when it cannot be told who makes a request: problem details to a program, the sign-in page to a
/// browser that comes back from the identity provider.
@ApplicationScoped
public class AuthenticationFailures {

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(AuthenticationFailures::answer);
    }

    private static void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended() || failure instanceof AuthenticationRedirectException) {
            context.next();
        } else if (failure instanceof DioramaException refusal && refusal.code() == ErrorCode.UNAVAILABLE) {
            Problem.end(context, HttpResponseStatus.SERVICE_UNAVAILABLE, refusal.code(), refusal.getMessage());
        } else if (failure instanceof AuthenticationFailedException
                || failure instanceof AuthenticationCompletionException) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context) {
        boolean redirected = context.response().headers().contains("Location");
        if (redirected) {
            context.response().end();
        } else if (ProviderPaths.belongsToProvider(context.request().path())) {
            context.response()
                    .setStatusCode(HttpResponseStatus.SEE_OTHER.code())
                    .putHeader("Location", "/sign-in?problem=" + ErrorCode.NOT_SIGNED_IN.name())
                    .end();
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            Problem.end(
                    context,
                    HttpResponseStatus.UNAUTHORIZED,
                    ErrorCode.NOT_SIGNED_IN,
                    "The access token is wrong, has expired or was revoked. Make a new one.");
        }
    }
}
