package studio.diorama.models.cameranoise.flow;

import java.nio.file.Path;
import studio.diorama.common.Seed;
import studio.diorama.tensor.optimise.AdamSettings;
import studio.diorama.tensor.optimise.LearningRate;
import studio.diorama.tensor.training.TrainingSettings;

/// How long and on what a flow is trained.
///
/// @param steps of the optimiser
/// @param batch patches of a step
/// @param patch pixels of a patch's side
/// @param firstRate learning rate at the start; falls along half a cosine to a hundredth
/// @param validateEvery steps between two looks at the held-out patches
/// @param patience looks without a better one after which training ends
/// @param draws whether the last two thirds of the steps compare draws with real noise too
public record FlowSchedule(
        long steps, int batch, int patch, double firstRate, long validateEvery, int patience, boolean draws) {

    private static final double LAST_SHARE = 0.01;
    private static final double CLIP = 1;
    private static final double AVERAGE_DECAY = 0.999;
    private static final long CURVE_EVERY = 10;

    public FlowSchedule {
        if (steps < 1 || batch < 1 || patch < 1 || validateEvery < 1 || patience < 0 || !(firstRate > 0)) {
            throw new IllegalArgumentException(
                    "a schedule needs a step, a patch, a pixel and a learning rate at least, got %d, %d, %d and %s"
                            .formatted(steps, batch, patch, firstRate));
        }
    }

    public static FlowSchedule of(FlowPreset preset) {
        return switch (preset) {
            // 49,152 pixels a step, as 12 patches of 64 × 64 would have, of four times as many cameras and ISOs.
            case SMALL -> new FlowSchedule(2_400, 48, 32, 2e-3, 200, 12, true);
            // The published batch and rate; the published 2,000 epochs want a GPU.
            case PAPER -> new FlowSchedule(20_000, 138, 32, 1e-4, 500, 12, false);
        };
    }

    public FlowSchedule withSteps(long count) {
        return new FlowSchedule(count, batch, patch, firstRate, Math.min(validateEvery, count), patience, draws);
    }

    /// The same by likelihood alone, for ablations.
    public FlowSchedule withoutDraws() {
        return new FlowSchedule(steps, batch, patch, firstRate, validateEvery, patience, false);
    }

    /// Whether a step compares draws: once the likelihood has found its way.
    boolean draws(long step) {
        return draws && step >= steps / 3;
    }

    TrainingSettings settings(Seed seed, Path folder) {
        return new TrainingSettings(
                steps,
                new LearningRate.Cosine(firstRate, firstRate * LAST_SHARE, 0, steps),
                AdamSettings.ADAM,
                CLIP,
                AVERAGE_DECAY,
                validateEvery,
                validateEvery,
                patience,
                CURVE_EVERY,
                seed,
                folder);
    }
}
