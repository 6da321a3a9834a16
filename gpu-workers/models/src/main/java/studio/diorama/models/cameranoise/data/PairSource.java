package studio.diorama.models.cameranoise.data;

import java.util.List;
import studio.diorama.common.Seed;

/// Where a training step's pairs come from: files or a simulation.
public interface PairSource {

    /// Names of the cameras, in the order of their indices.
    List<String> cameras();

    /// A pair drawn at random; the same one for the same seed.
    ConditionedPair draw(Seed seed);
}
