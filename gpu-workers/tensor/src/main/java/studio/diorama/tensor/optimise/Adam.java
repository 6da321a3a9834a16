package studio.diorama.tensor.optimise;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Gradients;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.ScriptedFunction;
import studio.diorama.tensor.Tensor;
import studio.diorama.tensor.internal.TorchScript;
import studio.diorama.tensor.weights.NamedTensors;

/// Adam (Kingma, Ba 2015, algorithm 1) and AdamW (Loshchilov, Hutter 2019, algorithm 2), for all parameters in one
/// call of libtorch.
public final class Adam implements AutoCloseable {

    private static final String FIRST = "first/";
    private static final String SECOND = "second/";
    private static final String STEPS = "steps";

    private final Parameters parameters;
    private final AdamSettings settings;
    private final Parameters moments;
    private long steps;

    public Adam(Parameters parameters, AdamSettings settings) {
        this.parameters = requireNonNull(parameters, "parameters is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.moments = new Parameters(parameters.device());
        try (Scope scope = Scope.open(parameters.device())) {
            for (Map.Entry<String, Tensor> parameter : parameters.trainable().entrySet()) {
                Tensor zeros = scope.zeros(parameter.getValue().shape());
                moments.declareFixed(FIRST + parameter.getKey(), zeros);
                moments.declareFixed(SECOND + parameter.getKey(), zeros);
            }
        }
    }

    /// Changes every parameter once.
    public void step(Gradients gradients, double learningRate) {
        steps++;
        List<Tensor> tensors = new ArrayList<>();
        parameters.trainable().forEach((name, parameter) -> {
            tensors.add(parameter);
            tensors.add(gradients.get(name));
            tensors.add(moments.get(FIRST + name));
            tensors.add(moments.get(SECOND + name));
        });
        double[] numbers = {
            learningRate / (1 - Math.pow(settings.beta1(), steps)),
            1 / Math.sqrt(1 - Math.pow(settings.beta2(), steps)),
            settings.beta1(),
            settings.beta2(),
            settings.epsilon(),
            1 - learningRate * settings.weightDecay()
        };
        ScriptedFunction update = ScriptedFunction.of(
                "adam", TorchScript.adam(parameters.trainable().size()));
        try (Scope scope = Scope.open(parameters.device())) {
            GradientTape.unrecorded(() -> update.call(tensors, numbers));
        }
    }

    /// Steps so far.
    public long steps() {
        return steps;
    }

    /// What it knows besides the parameters, so that training can go on later as if it had never stopped.
    public NamedTensors state() {
        return moments.snapshot().withMetadata(STEPS, Long.toString(steps));
    }

    /// Goes on from a state.
    ///
    /// @throws DioramaException where the state is not that of an optimiser of these parameters
    public void restore(NamedTensors state) {
        String stored = state.metadata().getOrDefault(STEPS, "");
        if (!stored.matches("\\d{1,18}")) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The optimiser's state says how many steps were done as \"%s\"; a whole number was expected."
                            .formatted(stored));
        }
        moments.copyFrom(state);
        steps = Long.parseLong(stored);
    }

    @Override
    public void close() {
        moments.close();
    }
}
