package studio.diorama.backend.rest.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.backend.job.JobService;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.JobSpecCodec;

/// A job to be started.
@Schema(name = "NewJob")
public record NewJobBody(
        @Schema(
                type = SchemaType.OBJECT,
                required = true,
                description =
                        "What is to be done; its field “pipeline” says by which, whose JSON Schema GET /api/v1/pipelines gives")
        JsonNode spec,

        @Schema(description = "What it is called in lists; one is made from the spec if it is left out")
        String title,

        @Schema(description = "−2 to 2, among your own jobs; 0 if it is left out")
        Integer priority,

        @Schema(description = "The job whose form this one was started from")
        UUID rerunOf) {

    /// @throws DioramaException as [JobSpecCodec#read(String)]
    JobSpec readSpec() {
        if (spec == null || !spec.isObject()) {
            throw new DioramaException(
                    ErrorCode.MALFORMED_REQUEST, "Field “spec”: an object is expected that says what is to be done.");
        }
        return JobSpecCodec.read(spec.toString());
    }

    JobService.Options options() {
        return new JobService.Options(
                Optional.ofNullable(title), priority == null ? 0 : priority, Optional.ofNullable(rerunOf));
    }
}
