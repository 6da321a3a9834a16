package studio.diorama.backend.rest.operations;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import studio.diorama.auth.CurrentActor;
import studio.diorama.backend.operations.AuditService;
import studio.diorama.backend.rest.internal.PageView;
import studio.diorama.backend.rest.internal.Query;
import studio.diorama.persistence.audit.AuditLog;

/// Who did what, for operators.
@Path("/api/v1/audit")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class AuditResource {

    private final AuditService audit;
    private final CurrentActor current;

    AuditResource(AuditService audit, CurrentActor current) {
        this.audit = audit;
        this.current = current;
    }

    /// An entry of the chain.
    @Schema(name = "AuditEntry")
    record EntryView(
            long number,
            Instant at,
            @Schema(description = "Who did it") UUID account,

            @Schema(description = "Where; absent outside of projects")
            UUID project,

            @Schema(description = "What, such as member.role")
            String action,

            @Schema(description = "To what") String object,
            String detail) {

        static EntryView of(AuditLog.Entry entry) {
            return new EntryView(
                    entry.number(),
                    entry.at(),
                    entry.accountId(),
                    entry.projectId(),
                    entry.action(),
                    entry.objectId(),
                    entry.detail());
        }
    }

    @GET
    @Operation(operationId = "listAudit", summary = "The audit log, newest first")
    public PageView<EntryView> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        int size = Query.limit(limit);
        long before = cursor == null ? Long.MAX_VALUE : Query.number("cursor", cursor, 1, Long.MAX_VALUE);
        List<EntryView> rows = audit.page(current.require(), before, size + 1).stream()
                .map(row -> EntryView.of(row.entry()))
                .toList();
        return rows.size() <= size
                ? new PageView<>(rows, null)
                : new PageView<>(
                        rows.subList(0, size), Long.toString(rows.get(size - 1).number()));
    }
}
