package studio.diorama.worker.handlers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.FlowWeightsFile;
import studio.diorama.worker.JobContext;

/// The noise flow that a job names.
final class NoiseFlows {

    private NoiseFlows() {}

    /// @param weights a noise model of the job's project; null takes the built-in one
    static FlowPipeline of(UUID weights, JobContext context) throws IOException {
        if (weights == null) {
            return FlowPipeline.ofFileOrBuiltIn(Optional.empty());
        }
        // Safetensors only: a stored asset is never unpickled.
        try (InputStream stream = Files.newInputStream(context.file(context.asset(weights)))) {
            return FlowPipeline.of(FlowWeightsFile.read(stream));
        }
    }
}
