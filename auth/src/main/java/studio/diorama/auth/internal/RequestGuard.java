package studio.diorama.auth.internal;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.config.DioramaConfig;

/// Looks at every request before anything else does: its path, the host it asks, the site it comes from.
@ApplicationScoped
public class RequestGuard {

    /// Above Quarkus' own filters, of which authentication is 200 and CORS 300.
    private static final int FIRST = 1000;

    private final Set<String> hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    private final Optional<Host> publicHost;
    private final SecurityHeaders headers;

    public RequestGuard(
            DioramaConfig config,
            @ConfigProperty(name = "quarkus.http.host") Optional<String> listenHost,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider) {
        this.publicHost = config.http().publicUrl().flatMap(Host::ofUrl);
        publicHost.ifPresent(host -> hosts.add(host.name()));
        listenHost.map(name -> new Host(name, -1)).ifPresent(host -> hosts.add(host.name()));
        config.http().hosts().ifPresent(names -> names.forEach(name -> hosts.add(new Host(name.strip(), -1).name())));
        this.headers = new SecurityHeaders(provider.flatMap(RequestGuard::origin));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        // At the last moment, because error handlers start from empty headers.
        context.addHeadersEndHandler(end -> headers.addTo(context.response().headers(), request.isSSL()));
        Optional<String> fault = RequestPath.fault(request.uri());
        if (fault.isPresent()) {
            Problem.end(context, HttpResponseStatus.BAD_REQUEST, ErrorCode.MALFORMED_REQUEST, fault.get());
            return;
        }
        HostAndPort authority = request.authority();
        if (authority == null) {
            Problem.end(
                    context,
                    HttpResponseStatus.BAD_REQUEST,
                    ErrorCode.MALFORMED_REQUEST,
                    "One Host header with a host name is expected.");
            return;
        }
        Host host = new Host(authority.host(), authority.port());
        if (!hosts.contains(host.name())) {
            Problem.end(
                    context,
                    HttpResponseStatus.MISDIRECTED_REQUEST,
                    ErrorCode.MALFORMED_REQUEST,
                    "This server does not answer to that host name. An operator can add it to diorama.http.hosts.");
            return;
        }
        if (isFromElsewhere(request, host)) {
            Problem.end(
                    context,
                    HttpResponseStatus.FORBIDDEN,
                    ErrorCode.FORBIDDEN,
                    "Another site asked for this. Open Diorama itself and try again there.");
            return;
        }
        context.next();
    }

    private boolean isFromElsewhere(HttpServerRequest request, Host host) {
        boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        Optional<String> fetchSite = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
        // Behind a proxy that rewrites Host, a browser's Origin is still the public address.
        Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"))
                .filter(text -> publicHost.filter(known -> known.isOrigin(text)).isEmpty());
        return CrossSite.isForbidden(request.method().name(), upgrade, fetchSite, origin, host);
    }

    private static Optional<String> origin(String url) {
        return Host.ofUrl(url).map(host -> {
            String scheme = url.substring(0, url.indexOf(':'));
            String name = host.name().contains(":") ? "[" + host.name() + "]" : host.name();
            return scheme + "://" + name + (host.port() < 0 ? "" : ":" + host.port());
        });
    }
}
