package studio.diorama.tensor.training;

import java.nio.file.Path;

/// How a training ended.
///
/// @param end why
/// @param steps how many were done
/// @param bestStep after which the parameters validated best; 0 where none was validated yet
/// @param bestFigure what the decisive figure was then; not a number where there is none
/// @param bestWeights the file with those parameters' average; there is none where there was no validation
public record TrainingOutcome(End end, long steps, long bestStep, double bestFigure, Path bestWeights) {

    public enum End {
        /// All steps were done.
        FINISHED,
        /// Validation found nothing better for too long.
        STOPPED_EARLY,
        /// Somebody asked for a stop; started again on the same folder it goes on.
        CANCELLED
    }
}
