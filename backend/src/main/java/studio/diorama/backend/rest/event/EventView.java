package studio.diorama.backend.rest.event;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.backend.rest.job.JobView;
import studio.diorama.persistence.change.ChangeKind;

/// Something has changed; whoever cares reads it again.
@Schema(name = "Event")
record EventView(
        ChangeKind kind,
        UUID id,

        @Schema(description = "For jobs: what there is to show at once")
        JobView job,

        @Schema(description = "true if it is not there any more")
        Boolean gone) {}
