package studio.diorama.models.cameranoise.denoiser;

import java.nio.file.Path;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.optimise.AdamSettings;
import studio.diorama.tensor.optimise.LearningRate;
import studio.diorama.tensor.training.Figures;
import studio.diorama.tensor.training.Losses;
import studio.diorama.tensor.training.TrainingLoop;
import studio.diorama.tensor.training.TrainingOutcome;
import studio.diorama.tensor.training.TrainingSettings;
import studio.diorama.tensor.training.TrainingTask;
import studio.diorama.tensor.weights.SafetensorsFile;

/// Trains a denoiser: lowers the mean squared error of patches. It ends after its steps and keeps the last ones, for
/// what is compared is the noise and not when to stop.
public final class DenoiserTrainer implements TrainingTask {

    private static final double CLIP = 1;

    private final ResidualCnn network;
    private final List<DenoiserExample> examples;
    private final DenoiserSchedule schedule;

    private DenoiserTrainer(ResidualCnn network, List<DenoiserExample> examples, DenoiserSchedule schedule) {
        this.network = network;
        this.examples = examples;
        this.schedule = schedule;
    }

    /// @param examples at least one, none smaller than a patch
    /// @param folder of the checkpoint; a training that ended there is not done again
    /// @return to be closed
    /// @throws DioramaException where it was cancelled or a picture is too small
    public static Denoiser train(
            DenoiserConfig config,
            List<DenoiserExample> examples,
            DenoiserSchedule schedule,
            Seed seed,
            Path folder,
            ComputeDevice device,
            ProgressSink progress,
            Cancellation cancellation) {
        requireRoom(examples, schedule.patch());
        ResidualCnn network;
        try (Scope scope = Scope.open(device)) {
            network = ResidualCnn.start(scope, config, seed.child("parameters"));
        }
        try {
            TrainingOutcome outcome = new TrainingLoop(
                            new DenoiserTrainer(network, List.copyOf(examples), schedule),
                            settings(schedule, seed, folder),
                            progress,
                            cancellation)
                    .run();
            if (outcome.end() == TrainingOutcome.End.CANCELLED) {
                throw new DioramaException(
                        ErrorCode.CANCELLED, "Training was cancelled after %d steps.".formatted(outcome.steps()));
            }
            network.parameters().copyFrom(SafetensorsFile.read(outcome.bestWeights()));
            return new Denoiser(network);
        } catch (RuntimeException e) {
            network.parameters().close();
            throw e;
        }
    }

    private static TrainingSettings settings(DenoiserSchedule schedule, Seed seed, Path folder) {
        long steps = schedule.steps();
        return new TrainingSettings(
                steps,
                new LearningRate.Cosine(DenoiserSchedule.FIRST_RATE, DenoiserSchedule.LAST_RATE, 0, steps),
                AdamSettings.ADAM,
                CLIP,
                0,
                steps,
                steps,
                0,
                10,
                seed,
                folder);
    }

    private static void requireRoom(List<DenoiserExample> examples, int patch) {
        if (examples.isEmpty()) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "A denoiser needs a picture to learn from, got none.");
        }
        for (DenoiserExample example : examples) {
            int width = example.clean().width();
            int height = example.clean().height();
            if (Math.min(width, height) < patch) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "Pictures to learn from must have %d × %d pixels at least, got %d × %d."
                                .formatted(patch, patch, width, height));
            }
        }
    }

    @Override
    public Parameters parameters() {
        return network.parameters();
    }

    @Override
    public Losses step(Scope scope, long step, Seed seed) {
        return Losses.of(network.meanSquaredError(batch(scope, seed)));
    }

    @Override
    public Figures validate(Seed seed) {
        try (Scope scope = Scope.open(network.parameters().device())) {
            return Figures.of(
                    "mse", network.meanSquaredError(batch(scope, seed)).item());
        }
    }

    private DenoiserBatch batch(Scope scope, Seed seed) {
        return DenoiserBatch.draw(scope, examples, schedule.batch(), schedule.patch(), seed.child("patches"));
    }
}
