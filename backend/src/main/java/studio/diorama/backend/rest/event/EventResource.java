package studio.diorama.backend.rest.event;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.live.ChangeFeed;
import studio.diorama.backend.project.ProjectService;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.change.ChangeLog;

/// What happens in a project, as it happens.
@Path("/api/v1/projects/{project}/events")
@Authenticated
@Tag(name = "events")
public class EventResource {

    private final ProjectService projects;
    private final VisibleChanges visible;
    private final Listener listener;
    private final EventStreams streams;
    private final ChangeFeed feed;
    private final ChangeLog log;
    private final CurrentActor current;

    EventResource(
            ProjectService projects,
            VisibleChanges visible,
            Listener listener,
            EventStreams streams,
            ChangeFeed feed,
            ChangeLog log,
            CurrentActor current) {
        this.projects = projects;
        this.visible = visible;
        this.listener = listener;
        this.streams = streams;
        this.feed = feed;
        this.log = log;
        this.current = current;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listenToProject",
            summary = "Server-sent events: what has changed, for whoever may see it",
            description = "Each message's data is an Event, its id goes into Last-Event-ID to go on after a break. An"
                    + " event may come twice. “reset” asks to read everything again, “end” says that the right to"
                    + " listen is lost. A comment comes every 15 seconds when nothing else does.")
    @APIResponse(
            responseCode = "200",
            description = "Goes on until one side ends it",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Response listen(
            @PathParam("project") UUID project,
            @Parameter(description = "The id of the last event that you have had") @HeaderParam("Last-Event-ID")
                    String last,
            @Context HttpHeaders headers,
            @Context HttpServerResponse connection) {
        Actor actor = current.require();
        projects.get(actor, project);
        OptionalLong from = number(last);
        EventStream stream =
                new EventStream(project, listener.of(actor, headers, project), visible, log, connection::closed);
        streams.enter(actor);
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (!left.getAndSet(true)) {
                streams.leave(actor);
            }
        };
        // Also of a connection that ends before the first byte is written.
        connection.closeHandler(gone -> {
            stream.close();
            leave.run();
        });
        StreamingOutput body = out -> {
            try {
                stream.run(feed, from, out);
            } finally {
                leave.run();
            }
        };
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static OptionalLong number(String last) {
        if (last == null || last.isBlank()) {
            return OptionalLong.empty();
        }
        if (!last.matches("\\d{1,18}")) {
            throw new DioramaException(
                    ErrorCode.MALFORMED_REQUEST, "The header Last-Event-ID has to be an id that this stream gave.");
        }
        return OptionalLong.of(Long.parseLong(last));
    }
}
