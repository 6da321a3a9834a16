package studio.diorama.auth.internal;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.auth.CurrentActor;
import studio.diorama.auth.RateLimiter;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.config.DioramaConfig;

/// Bounds how many requests a minute an account may make of the API, and before that, how many an address may make at
/// all: of many people behind one address each gets their own share, a flood without a name gets little.
@ApplicationScoped
public class RequestRate {

    private static final int BEFORE_AUTHENTICATION = 900;
    private static final int AFTER_AUTHENTICATION = 150;
    private static final int PEOPLE_PER_ADDRESS = 10;
    private static final int REMEMBERED_KEYS = 10_000;

    private final RateLimiter addresses;
    private final RateLimiter callers;

    public RequestRate(DioramaConfig config, InstantSource clock) {
        int perMinute = config.limits().requestsPerMinute();
        this.addresses = new RateLimiter(perMinute * PEOPLE_PER_ADDRESS, REMEMBERED_KEYS, clock);
        this.callers = new RateLimiter(perMinute, REMEMBERED_KEYS, clock);
    }

    void register(@Observes Filters filters) {
        filters.register(context -> admit(context, addresses, address(context)), BEFORE_AUTHENTICATION);
        filters.register(context -> admit(context, callers, caller(context)), AFTER_AUTHENTICATION);
    }

    private static void admit(RoutingContext context, RateLimiter limiter, String key) {
        Optional<Duration> wait = isCounted(context.request().path()) ? limiter.tryAcquire(key) : Optional.empty();
        if (wait.isEmpty()) {
            context.next();
            return;
        }
        context.response().putHeader("Retry-After", Long.toString(wait.get().toSeconds()));
        Problem.end(
                context,
                HttpResponseStatus.TOO_MANY_REQUESTS,
                ErrorCode.RATE_LIMITED,
                "Too many requests in a minute. Wait %d seconds and try again."
                        .formatted(wait.get().toSeconds()));
    }

    /// Pages' own traffic is not counted, nor are the many small pictures of one page.
    static boolean isCounted(String path) {
        boolean counted = path.startsWith("/api/")
                || path.startsWith("/sign-in/")
                || path.startsWith("/setup/")
                || path.startsWith("/invitation/");
        return counted && !path.endsWith("/content") && !path.endsWith("/thumbnail");
    }

    private static String address(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }

    private static String caller(RoutingContext context) {
        if (context.user() instanceof QuarkusHttpUser user) {
            UUID account = user.getSecurityIdentity().getAttribute(CurrentActor.ACCOUNT_ID);
            if (account != null) {
                return account.toString();
            }
        }
        return address(context);
    }
}
