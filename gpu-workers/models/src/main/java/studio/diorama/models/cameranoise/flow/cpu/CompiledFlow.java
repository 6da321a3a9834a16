package studio.diorama.models.cameranoise.flow.cpu;

import java.util.List;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowParameters;

/// A flow for one camera and ISO: everything that these two decide is worked out, what is left reads pixels.
/// Immutable; threads share it, each with its own tile and scratch.
///
/// All steps walk down a tile together, a few rows at a time, each as many rows behind the one before as it reaches: so
/// the rows that are worked on stay in the second cache, whatever the tile's height.
public final class CompiledFlow {

    /// Rows that a step does before the next one has its turn.
    private static final int STRIDE = 8;

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

    /// Turns the noise in a tile (in units of the 0 to 1 scale) into base numbers in its core; what is left in the
    /// halo means nothing.
    ///
    /// @return the sum over the core of the steps' log-determinants
    public double forward(Tile tile, Scratch scratch) {
        return run(steps, tile, scratch, CompiledStep.Direction.FORWARD);
    }

    /// Turns base numbers in a tile and its halo into noise in its core.
    public void inverse(Tile tile, Scratch scratch) {
        run(steps.reversed(), tile, scratch, CompiledStep.Direction.INVERSE);
    }

    private double run(List<CompiledStep> ordered, Tile tile, Scratch scratch, CompiledStep.Direction direction) {
        scratch.fit(tile.halfStride());
        int count = ordered.size();
        CompiledStep.RowStep[] walkers = new CompiledStep.RowStep[count];
        Area[] areas = new Area[count];
        int[] behind = new int[count];
        int reached = 0;
        for (int i = 0; i < count; i++) {
            reached += ordered.get(i).reach();
            behind[i] = reached;
            areas[i] = tile.core().grown(halo - reached, tile.domain());
            walkers[i] = ordered.get(i).on(tile, areas[i], scratch, i, direction);
        }
        double logDeterminant = 0;
        for (int front = tile.whole().top(); front < tile.whole().bottom() + halo; front += STRIDE) {
            for (int i = 0; i < count; i++) {
                int first = Math.max(front - behind[i], areas[i].top());
                int end = Math.min(front - behind[i] + STRIDE, areas[i].bottom());
                for (int y = first; y < end; y++) {
                    logDeterminant += walkers[i].row(y);
                }
            }
        }
        return logDeterminant;
    }
}
