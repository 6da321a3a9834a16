package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A trained flow: its numbers and what is known about them.
///
/// @param parameters the numbers, and the shape they fill
/// @param dataSha256 hash of what it was trained on; empty where unknown
/// @param training what was run and how it went, for people
/// @param calibration what the flow's own judgement of real pairs was; empty where nobody measured
public record FlowWeights(
        FlowParameters parameters, String dataSha256, String training, Optional<Calibration> calibration) {

    public FlowWeights {
        requireNonNull(parameters, "parameters is null");
        requireNonNull(dataSha256, "dataSha256 is null");
        requireNonNull(training, "training is null");
        requireNonNull(calibration, "calibration is null");
    }

    /// Untested and untrained numbers.
    public static FlowWeights of(FlowParameters parameters) {
        return new FlowWeights(parameters, "", "", Optional.empty());
    }

    public FlowConfig config() {
        return parameters.config();
    }

    public FlowWeights withCalibration(Calibration measured) {
        return new FlowWeights(parameters, dataSha256, training, Optional.of(measured));
    }

    /// What validation patches got, so that an output can be compared.
    ///
    /// Excess is a patch's NLL over what the flow expects of its own noise there: half the mean square of its base
    /// numbers, minus one half. Unlike the NLL it can be compared between ISOs.
    ///
    /// @param lowestNegativeLogLikelihood of any patch under its own condition, nats per dimension
    /// @param highestNegativeLogLikelihood nats per dimension
    /// @param lowestExcess nats per dimension
    /// @param highestExcess nats per dimension
    public record Calibration(
            double lowestNegativeLogLikelihood,
            double highestNegativeLogLikelihood,
            double lowestExcess,
            double highestExcess) {

        public Calibration {
            if (!(lowestNegativeLogLikelihood <= highestNegativeLogLikelihood) || !(lowestExcess <= highestExcess)) {
                throw new IllegalArgumentException("a calibration's ranges must go from low to high");
            }
        }

        /// Whether a picture's noise looks to the flow as real noise did.
        public boolean accepts(FlowLikelihood.Judgement judgement) {
            return judgement.excess() >= lowestExcess
                    && judgement.excess() <= highestExcess
                    && judgement.negativeLogLikelihood() >= lowestNegativeLogLikelihood
                    && judgement.negativeLogLikelihood() <= highestNegativeLogLikelihood;
        }
    }
}
