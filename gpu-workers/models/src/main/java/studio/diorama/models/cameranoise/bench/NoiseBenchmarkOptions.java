package studio.diorama.models.cameranoise.bench;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import studio.diorama.models.cameranoise.flow.FlowPipeline;

/// What is measured.
///
/// @param data the folder that holds `camera-noise/polyu` and `photos/kodak`; a part without its data is left out
/// @param flow the flow of simulated cameras under test, empty for none
/// @param flowSteps steps of the flow that is trained here on real pairs; 0 leaves it out
/// @param ablationSteps steps of each flow that lacks a part; 0 leaves them out
/// @param trainings folder of that training, where one that ended is found again; empty for one that goes
public record NoiseBenchmarkOptions(
        Path data, Optional<FlowPipeline> flow, long flowSteps, long ablationSteps, Optional<Path> trainings) {

    public NoiseBenchmarkOptions {
        requireNonNull(data, "data is null");
        requireNonNull(flow, "flow is null");
        requireNonNull(trainings, "trainings is null");
        if (flowSteps < 0 || ablationSteps < 0) {
            throw new IllegalArgumentException(
                    "steps of at least 0 expected, got %d and %d".formatted(flowSteps, ablationSteps));
        }
    }

    Path realPairs() {
        return data.resolve("camera-noise").resolve("polyu").resolve("CroppedImages");
    }

    Path photographs() {
        return data.resolve("photos").resolve("kodak");
    }
}
