package studio.diorama.backend.rest.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.backend.job.JobOutlook;
import studio.diorama.backend.rest.asset.AssetView;

/// All that is known of one job.
@Schema(name = "JobDetail")
record JobDetail(
        JobView job,

        @Schema(type = SchemaType.OBJECT, description = "What it is to do, as it can be submitted again")
        JsonNode spec,

        @Schema(description = "While it waits: one reason, with its numbers")
        String whyWaiting,

        @Schema(description = "While it runs: how much longer")
        RemainingView remaining,

        @Schema(description = "What it has made; each names its manifest")
        List<AssetView> outputs) {

    /// @param leastSeconds nine of ten such jobs take longer than this
    /// @param mostSeconds nine of ten are done by then
    /// @param rough whether it is a guess from this run alone
    @Schema(name = "Remaining")
    record RemainingView(long leastSeconds, long mostSeconds, boolean rough) {

        static RemainingView of(JobOutlook.Remaining remaining) {
            return new RemainingView(
                    remaining.least().toSeconds(), remaining.most().toSeconds(), remaining.rough());
        }
    }
}
