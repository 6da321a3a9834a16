package studio.diorama.models.cameranoise.flow;

import java.util.List;
import java.util.Map;
import studio.diorama.models.cameranoise.flow.FlowLayer.Moved;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.Tensor;

/// The flow over tensors, with gradients: what training uses. Drawing and judging need no gradients and use
/// [studio.diorama.models.cameranoise.flow.cpu.CompiledFlow], which tests hold against this.
///
/// ```
/// noise (N, 3, H, W) ─ SA ─ K ─ W ─ CAC ─ W ─ CAC ─ … four times … ─ z (N, 3, H, W)
///                       └────┴───┴────┴────┴─────┴──────────────── log-determinant (N)
/// ```
public final class FlowNetwork {

    private final FlowConfig config;
    private final CouplingNorm norm;
    private final List<FlowLayer> layers;

    private FlowNetwork(FlowConfig config, FlowWeightSource weights, CouplingNorm norm) {
        this.config = config;
        this.norm = norm;
        this.layers = config.steps().stream()
                .map(step -> layer(config, step, weights, norm))
                .toList();
    }

    /// Batch norm, where there is one, from remembered statistics; invertible.
    public static FlowNetwork evaluating(FlowConfig config, Parameters parameters) {
        return new FlowNetwork(config, parameters::get, CouplingNorm.evaluating(config));
    }

    /// Batch norm, where there is one, from the batch itself.
    static FlowNetwork training(FlowConfig config, Parameters parameters) {
        return new FlowNetwork(config, parameters::get, CouplingNorm.training(config));
    }

    private static FlowLayer layer(FlowConfig config, FlowStep step, FlowWeightSource weights, CouplingNorm norm) {
        CouplingNetwork network = new CouplingNetwork(config, step, weights, norm);
        return switch (step.kind()) {
            case CONDITIONAL_LINEAR -> new ConditionalLinear(config, step, weights);
            case SIGNAL_DEPENDENT -> new SignalDependentAffine(config, step, weights);
            case MIXING -> new InvertibleMixing(step, weights);
            case CHECKERBOARD -> new CheckerboardCoupling(config, step, network);
            case CHANNELS -> new ConditionalAffineCoupling(config, step, network);
        };
    }

    public FlowConfig config() {
        return config;
    }

    /// @param base (N, 3, H, W) standard normal under the model
    /// @param logDeterminant (N) float64, of all steps; dequantisation's constant is not in it
    public record Base(Tensor base, Tensor logDeterminant) {}

    /// The batch's noise to base numbers.
    public Base forward(FlowBatch batch) {
        Tensor state = batch.noise(); // (N, 3, H, W)
        Tensor logDeterminant = null; // (N)
        for (FlowLayer layer : layers) {
            Moved moved = layer.forward(state, batch);
            state = moved.noise();
            logDeterminant =
                    logDeterminant == null ? moved.logDeterminant() : logDeterminant.add(moved.logDeterminant());
        }
        return new Base(state, logDeterminant);
    }

    /// Base numbers to noise.
    ///
    /// @param base (N, 3, H, W)
    /// @param batch whose clean pictures and conditions are used, and whose noise is not
    public Tensor inverse(Tensor base, FlowBatch batch) {
        Tensor state = base;
        for (FlowLayer layer : layers.reversed()) {
            state = layer.inverse(state, batch);
        }
        return state; // (N, 3, H, W)
    }

    /// Running means and variances after the batches that this network saw in training, by name.
    Map<String, Tensor> runningStatistics() {
        return norm.seen();
    }

    /// Puts a flow's numbers where a network reads them.
    public static Parameters load(Scope scope, FlowParameters numbers) {
        Parameters parameters = new Parameters(scope.device());
        for (ParameterSpec spec : FlowLayout.of(numbers.config())) {
            long[] shape = spec.shape().stream().mapToLong(Integer::longValue).toArray();
            Tensor values = scope.of(numbers.of(spec.name()), shape);
            if (spec.trained()) {
                parameters.declare(spec.name(), values);
            } else {
                parameters.declareFixed(spec.name(), values);
            }
        }
        return parameters;
    }

    /// The numbers as they are now.
    public static FlowParameters numbers(FlowConfig config, Parameters parameters) {
        Map<String, float[]> values = new java.util.LinkedHashMap<>();
        for (ParameterSpec spec : FlowLayout.of(config)) {
            values.put(spec.name(), parameters.get(spec.name()).toFloats());
        }
        return new FlowParameters(config, values);
    }
}
