package studio.diorama.auth.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import studio.diorama.auth.CurrentActor;
import studio.diorama.common.DioramaException;

/// The smallest API that needs to know who asks.
@Path("/api/v1/whoami")
@ApplicationScoped
public class WhoAmI {

    private static final int REFUSED = 403;

    private final CurrentActor current;

    public WhoAmI(CurrentActor current) {
        this.current = current;
    }

    @GET
    public String get() {
        return current.find().map(actor -> actor.account().email()).orElse("nobody");
    }

    @POST
    public String post() {
        return current.require().account().email();
    }

    @ServerExceptionMapper
    public Response refused(DioramaException refusal) {
        return Response.status(REFUSED).entity(refusal.code().name()).build();
    }
}
