package studio.diorama.backend.rest.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Says on every answer to an upload which protocol is spoken, refusals included.
@ApplicationScoped
public class TusHeadersFilter {

    @ServerResponseFilter
    public void addVersion(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getRequestUri().getPath();
        if (path.startsWith("/api/v1/") && path.contains("/uploads")) {
            response.getHeaders().putSingle(Tus.RESUMABLE, Tus.VERSION);
            if (response.getStatus() == 412) {
                response.getHeaders().putSingle("Tus-Version", Tus.VERSION);
            }
        }
    }
}
