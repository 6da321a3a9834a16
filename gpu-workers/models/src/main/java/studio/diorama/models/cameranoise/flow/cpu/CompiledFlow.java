package studio.diorama.models.cameranoise.flow.cpu;

import java.util.List;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowParameters;

/// A flow for one camera and ISO: everything that these two decide is worked out, what is left reads pixels. Immutable;
/// threads share it, each with its own tile and scratch.
public final class CompiledFlow {

    private final List<CompiledStep> steps;
    private final int halo;

    private CompiledFlow(List<CompiledStep> steps) {
        this.steps = steps;
        this.halo = steps.stream().mapToInt(CompiledStep::reach).sum();
    }

    /// @throws studio.diorama.common.DioramaException where the flow does not serve the condition
    public static CompiledFlow of(FlowParameters parameters, FlowCondition condition) {
        return new CompiledFlow(new FlowCompiler(parameters, condition).steps());
    }

    /// Pixels around a tile's core that its core depends on.
    public int halo() {
        return halo;
    }

    /// Turns the noise in a tile (in units of the 0 to 1 scale) into base numbers in its core; what is left in the halo
    /// means nothing.
    ///
    /// @return the sum over the core of the steps' log-determinants
    public double forward(Tile tile, Scratch scratch) {
        int left = halo;
        double logDeterminant = 0;
        for (CompiledStep step : steps) {
            left -= step.reach();
            logDeterminant += step.forward(tile, tile.core().grown(left, tile.domain()), scratch);
        }
        return logDeterminant;
    }

    /// Turns base numbers in a tile and its halo into noise in its core.
    public void inverse(Tile tile, Scratch scratch) {
        int left = halo;
        for (CompiledStep step : steps.reversed()) {
            left -= step.reach();
            step.inverse(tile, tile.core().grown(left, tile.domain()), scratch);
        }
    }
}
