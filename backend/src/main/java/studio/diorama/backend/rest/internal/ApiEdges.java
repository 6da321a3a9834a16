package studio.diorama.backend.rest.internal;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.diorama.common.ErrorCode;

/// What is asked of `/api` and reaches no resource, so that no page is shown to a program: an unknown address, and a
/// body that the web server would cut off without a word.
@ApplicationScoped
public class ApiEdges {

    /// Behind the web server's own guards, before it looks at the body.
    private static final int BEFORE_BODY_LIMIT = 120;

    private final long mostBytes;

    ApiEdges(@ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> mostBytes) {
        this.mostBytes = mostBytes.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseTooLarge, BEFORE_BODY_LIMIT);
    }

    void register(@Observes Router router) {
        // After the resources, before the pages: theirs is the default order.
        router.route("/api/*")
                .order(RouteConstants.ROUTE_ORDER_DEFAULT - 1)
                .handler(context -> end(context, 404, ErrorCode.NOT_FOUND, "There is nothing at this address."));
    }

    private void refuseTooLarge(RoutingContext context) {
        HttpServerRequest request = context.request();
        String length = request.getHeader("Content-Length");
        if (length == null || length.length() > 18 || !request.path().startsWith(ActorFilter.API)) {
            context.next();
            return;
        }
        if (Long.parseLong(length) > mostBytes) {
            context.response().putHeader("Connection", "close");
            end(
                    context,
                    413,
                    ErrorCode.TOO_LARGE,
                    "The body is too large: at most %,d bytes are accepted.".formatted(mostBytes));
        } else {
            context.next();
        }
    }

    private static void end(RoutingContext context, int status, ErrorCode code, String detail) {
        Problem problem = new Problem("about:blank", Problems.title(status), status, detail, code.name(), null);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Json.write(problem));
    }
}
