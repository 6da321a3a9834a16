package studio.diorama.tensor.training;

import java.util.Map;
import studio.diorama.common.Seed;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;

/// What one model's training is made of.
///
/// Whatever it draws comes from the seeds it is given and nothing it does depends on earlier steps but through
/// parameters (fixed ones included), so that training can stop and go on as if it had not.
public interface TrainingTask {

    /// What is trained; declared before the loop starts.
    Parameters parameters();

    /// Once before the first step, not when training goes on: for starting values that depend on data.
    default void prepare(Seed seed) {}

    /// Computes the losses of one batch. The scope is the step's own; gradients are recorded.
    ///
    /// @param step from 0
    /// @param seed this step's
    Losses step(Scope scope, long step, Seed seed);

    /// Judges the parameters as they stand, the average of late ones being in their place; nothing is recorded.
    ///
    /// @param seed the same each time
    Figures validate(Seed seed);

    /// What is trained on what, such as the preset and a hash of the data: kept with the weights, and a folder's
    /// training only goes on where all of it is the same.
    default Map<String, String> metadata() {
        return Map.of();
    }
}
