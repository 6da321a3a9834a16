package studio.diorama.tensor.training;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import studio.diorama.common.Seed;
import studio.diorama.tensor.optimise.AdamSettings;
import studio.diorama.tensor.optimise.LearningRate;

/// How a training goes.
///
/// @param steps after which it ends
/// @param learningRate at each step
/// @param optimiser of Adam
/// @param clipNorm the largest norm of all gradients together; infinite for no clipping
/// @param averageDecay share of the parameters' average that stays at each step, 0 to below 1
/// @param validateEvery steps between validations; the last step always ends with one
/// @param checkpointEvery steps between checkpoints; there is always one at the end
/// @param patience validations in a row without a new best after which it ends early; 0 for never
/// @param curveEvery steps between points of the loss curves
/// @param seed of everything that is drawn
/// @param folder where checkpoints and curves are; made if missing. One training, one folder
public record TrainingSettings(
        long steps,
        LearningRate learningRate,
        AdamSettings optimiser,
        double clipNorm,
        double averageDecay,
        long validateEvery,
        long checkpointEvery,
        int patience,
        long curveEvery,
        Seed seed,
        Path folder) {

    public TrainingSettings {
        requireNonNull(learningRate, "learningRate is null");
        requireNonNull(optimiser, "optimiser is null");
        requireNonNull(seed, "seed is null");
        requireNonNull(folder, "folder is null");
        requireAtLeast("steps", 1, steps);
        requireAtLeast("validateEvery", 1, validateEvery);
        requireAtLeast("checkpointEvery", 1, checkpointEvery);
        requireAtLeast("curveEvery", 1, curveEvery);
        requireAtLeast("patience", 0, patience);
        if (!(clipNorm > 0)) {
            throw new IllegalArgumentException("clipNorm above 0 expected, got " + clipNorm);
        }
        if (!(averageDecay >= 0 && averageDecay < 1)) {
            throw new IllegalArgumentException("averageDecay of 0 to below 1 expected, got " + averageDecay);
        }
    }

    /// Plain Adam, gradients clipped to 1, an average of about a thousand steps, twenty validations and checkpoints,
    /// no early stop, a hundred or more points a curve.
    public static TrainingSettings of(long steps, LearningRate learningRate, Seed seed, Path folder) {
        long twentieth = Math.max(1, steps / 20);
        long curveEvery = Math.clamp(steps / 100, 1, 10);
        return new TrainingSettings(
                steps, learningRate, AdamSettings.ADAM, 1, 0.999, twentieth, twentieth, 0, curveEvery, seed, folder);
    }

    /// The same, ending early after so many validations without a new best.
    public TrainingSettings withPatience(int validations) {
        return new TrainingSettings(
                steps,
                learningRate,
                optimiser,
                clipNorm,
                averageDecay,
                validateEvery,
                checkpointEvery,
                validations,
                curveEvery,
                seed,
                folder);
    }

    private static void requireAtLeast(String name, long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException("%s of at least %d expected, got %d".formatted(name, least, value));
        }
    }
}
