package studio.diorama.backend.rest.project;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.project.MemberService;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.database.Page;
import studio.diorama.persistence.project.Role;

/// The people of a project.
@Path("/api/v1/projects/{project}/members")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MemberResource {

    private final MemberService members;
    private final CurrentActor current;

    MemberResource(MemberService members, CurrentActor current) {
        this.members = members;
        this.current = current;
    }

    /// A member as the others see them.
    @Schema(name = "Member")
    record MemberView(UUID account, String name, String email, Role role) {

        static MemberView of(MemberService.Person person) {
            return new MemberView(
                    person.account().id(),
                    person.account().name(),
                    person.account().email(),
                    person.role());
        }
    }

    /// What a member is to be.
    @Schema(name = "MemberChange")
    public record MemberChange(@Schema(required = true) Role role) {}

    @GET
    @Operation(operationId = "listMembers", summary = "Everybody in the project, owners first")
    public PageView<MemberView> list(
            @PathParam("project") UUID project,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        List<MemberService.Person> people = members.list(current.require(), project);
        UUID last = Query.before(cursor);
        // The order is not by id, so the page begins behind the person that the last one ended with.
        List<MemberService.Person> rest = last == null
                ? people
                : people.stream()
                        .dropWhile(person -> !person.account().id().equals(last))
                        .skip(1)
                        .toList();
        return PageView.of(
                Page.of(rest, Query.limit(limit), person -> person.account().id()), MemberView::of);
    }

    @PATCH
    @Path("{account}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeMember", summary = "Change what a member is; the last owner stays one")
    @APIResponse(responseCode = "204", description = "Changed")
    public void change(@PathParam("project") UUID project, @PathParam("account") UUID account, MemberChange body) {
        if (body.role() == null) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Field “role”: a role is needed, got none.");
        }
        members.changeRole(current.require(), project, account, body.role());
    }

    @DELETE
    @Path("{account}")
    @Operation(operationId = "removeMember", summary = "Remove a member; everybody may leave, but for the last owner")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("project") UUID project, @PathParam("account") UUID account) {
        members.remove(current.require(), project, account);
    }
}
