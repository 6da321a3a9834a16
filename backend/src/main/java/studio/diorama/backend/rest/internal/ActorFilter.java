package studio.diorama.backend.rest.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import studio.diorama.auth.CurrentActor;

/// Lets nobody into `/api/` who is not signed in, whatever annotations a resource has forgotten.
@ApplicationScoped
public class ActorFilter {

    static final String API = "/api/";

    private final CurrentActor current;

    ActorFilter(CurrentActor current) {
        this.current = current;
    }

    @ServerRequestFilter(priority = 1000)
    public void requireActor(ContainerRequestContext request, ResourceInfo resource) {
        boolean open = resource.getResourceMethod().isAnnotationPresent(Open.class)
                || resource.getResourceClass().isAnnotationPresent(Open.class);
        if (isApi(request) && !open) {
            current.require();
        }
    }

    static boolean isApi(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getPath().startsWith(API);
    }
}
