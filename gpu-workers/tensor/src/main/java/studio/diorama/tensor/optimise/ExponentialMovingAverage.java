package studio.diorama.tensor.optimise;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.ScriptedFunction;
import studio.diorama.tensor.Tensor;
import studio.diorama.tensor.internal.TorchScript;
import studio.diorama.tensor.weights.NamedTensors;

/// A smoothed copy of parameters, which serves better than the last step's (Polyak, Juditsky 1992). Fixed tensors are
/// copied as they are.
///
/// After n updates `min(decay, (1 + n) / (10 + n))` of the average stays, so that the start is soon forgotten.
public final class ExponentialMovingAverage implements AutoCloseable {

    private static final String UPDATES = "updates";

    private final Parameters parameters;
    private final double decay;
    private final Parameters average;
    private long updates;

    /// @param decay share of the average that stays at each update, 0 to below 1
    public ExponentialMovingAverage(Parameters parameters, double decay) {
        this.parameters = requireNonNull(parameters, "parameters is null");
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("a decay of 0 to below 1 expected, got " + decay);
        }
        this.decay = decay;
        this.average = copyOf(parameters);
    }

    /// Moves the average towards the parameters.
    public void update() {
        updates++;
        double kept = Math.min(decay, (1.0 + updates) / (10.0 + updates));
        List<Tensor> tensors = new ArrayList<>();
        parameters.trainable().forEach((name, value) -> {
            tensors.add(average.get(name));
            tensors.add(value);
        });
        ScriptedFunction move = ScriptedFunction.of("average", TorchScript.moveAverages(tensors.size() / 2));
        try (Scope scope = Scope.open(parameters.device())) {
            GradientTape.unrecorded(() -> move.call(tensors, kept));
            parameters.all().forEach((name, value) -> {
                if (!parameters.trainable().containsKey(name)) {
                    average.set(name, value);
                }
            });
        }
    }

    /// Computes something with the average in the parameters' place, and puts them back bit for bit.
    public <T> T whileApplied(Supplier<T> work) {
        try (Parameters own = copyOf(parameters)) {
            parameters.copyFrom(average);
            try {
                return work.get();
            } finally {
                parameters.copyFrom(own);
            }
        }
    }

    /// The averages, under the parameters' names.
    public NamedTensors snapshot() {
        return average.snapshot().withMetadata(UPDATES, Long.toString(updates));
    }

    /// Goes on from a snapshot.
    ///
    /// @param snapshot of an average of parameters with the same names and shapes
    /// @throws DioramaException where it is none
    public void restore(NamedTensors snapshot) {
        String stored = snapshot.metadata().getOrDefault(UPDATES, "");
        if (!stored.matches("\\d{1,18}")) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The average says how often it was updated as \"%s\"; a whole number was expected."
                            .formatted(stored));
        }
        average.copyFrom(snapshot);
        updates = Long.parseLong(stored);
    }

    @Override
    public void close() {
        average.close();
    }

    private static Parameters copyOf(Parameters parameters) {
        Parameters copy = new Parameters(parameters.device());
        try (Scope scope = Scope.open(parameters.device())) {
            parameters.all().forEach(copy::declareFixed);
        }
        return copy;
    }
}
