package studio.diorama.models.cameranoise.flow;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.models.cameranoise.flow.ParameterSpec.Part;
import studio.diorama.models.cameranoise.flow.ParameterSpec.Start;

/// The list of a flow's tensors, in the order in which the network reads them.
public final class FlowLayout {

    /// Residual blocks of the published gate, and the width of its layers.
    static final int GATE_BLOCKS = 3;

    static final int GATE_WIDTH = 5;

    /// Hidden units of our gate.
    static final int SMALL_GATE_WIDTH = 8;

    /// The published spread of the couplings' first weights; their batch norm makes up for its smallness.
    private static final double PUBLISHED_DEVIATION = 4.0 / 512 * 0.05;

    /// The couplings start as identities: their scale is almost 0.
    private static final double FIRST_SCALE = 1e-4;

    private final FlowConfig config;
    private final List<ParameterSpec> specs = new ArrayList<>();

    private FlowLayout(FlowConfig config) {
        this.config = config;
    }

    public static List<ParameterSpec> of(FlowConfig config) {
        FlowLayout layout = new FlowLayout(config);
        if (config.preset() == FlowPreset.SMALL) {
            layout.trained(
                    "camera_embedding",
                    List.of(config.cameras().size(), FlowConfig.EMBEDDING),
                    new Start.Gaussian(0.5));
        }
        for (FlowStep step : config.steps()) {
            switch (step.kind()) {
                case CONDITIONAL_LINEAR -> layout.conditionalLinear(step);
                case SIGNAL_DEPENDENT -> layout.signalDependent(step);
                case MIXING -> layout.mixing(step);
                case CHECKERBOARD -> layout.coupling(step, 7, 6);
                case CHANNELS -> layout.coupling(step, 4, 4);
            }
        }
        return List.copyOf(layout.specs);
    }

    /// How many numbers training changes.
    public static int trainedNumbers(FlowConfig config) {
        return of(config).stream()
                .filter(ParameterSpec::trained)
                .mapToInt(ParameterSpec::size)
                .sum();
    }

    private void conditionalLinear(FlowStep step) {
        int rows = config.tableIsos().size() * config.cameras().size();
        trained(step.parameter("log_scale"), List.of(rows, 3), new Start.Constant(0));
        trained(step.parameter("bias"), List.of(rows, 3), new Start.Constant(0));
    }

    private void signalDependent(FlowStep step) {
        int hidden = config.width();
        linear(step.parameter("condition.0"), hidden, FlowConfig.CONDITION, true);
        linear(step.parameter("condition.1"), hidden, hidden, true);
        linear(step.parameter("condition.2"), 6, hidden, false);
        linear(step.parameter("pixel.0"), hidden, 3 + FlowConfig.CONDITION, true);
        linear(step.parameter("pixel.1"), 6, hidden, false);
    }

    private void mixing(FlowStep step) {
        kept(step.parameter("permutation"), List.of(3, 3), rotation(step, Part.PERMUTATION));
        trained(step.parameter("lower"), List.of(3, 3), rotation(step, Part.LOWER));
        trained(step.parameter("upper"), List.of(3, 3), rotation(step, Part.UPPER));
        kept(step.parameter("sign"), List.of(3), rotation(step, Part.SIGN));
        trained(step.parameter("log_diagonal"), List.of(3), rotation(step, Part.LOG_DIAGONAL));
    }

    private static Start rotation(FlowStep step, Part part) {
        return new Start.RotationPart(step.parameter("rotation"), part);
    }

    private void coupling(FlowStep step, int inputs, int outputs) {
        int width = config.width();
        convolution(step.parameter("first"), width, inputs, 3);
        norm(step.parameter("first_norm"), config.batchNorm(), width);
        convolution(step.parameter("second"), width, width, 1);
        norm(step.parameter("second_norm"), config.batchNorm(), width);
        // One input more than hidden channels: the border ring.
        trained(step.parameter("last.weight"), List.of(outputs, width + 1, 3, 3), new Start.Constant(0));
        trained(step.parameter("last.bias"), List.of(outputs), new Start.Constant(0));
        trained(step.parameter("log_gain"), List.of(outputs), new Start.Constant(0));
        trained(step.parameter("scale"), List.of(1), new Start.Constant(FIRST_SCALE));
        switch (config.preset()) {
            case SMALL -> {
                hiddenCondition(step);
                linear(step.parameter("gate.0"), SMALL_GATE_WIDTH, FlowConfig.CONDITION, true);
                trained(step.parameter("gate.1.weight"), List.of(1, SMALL_GATE_WIDTH), new Start.Gaussian(0.1));
                trained(step.parameter("gate.1.bias"), List.of(1), new Start.Constant(1));
            }
            case PAPER -> publishedGate(step);
        }
    }

    /// What the condition adds to both hidden layers, and by what share it strengthens the second; nothing at first.
    private void hiddenCondition(FlowStep step) {
        for (String name : List.of("first.condition", "second.condition", "second.strength")) {
            trained(step.parameter(name), List.of(config.width(), FlowConfig.CONDITION), new Start.Constant(0));
        }
    }

    private void publishedGate(FlowStep step) {
        int oneHots = config.tableIsos().size() + config.cameras().size();
        linear(step.parameter("gate.initial"), GATE_WIDTH, oneHots, true);
        for (int block = 0; block < GATE_BLOCKS; block++) {
            for (int layer = 0; layer < 2; layer++) {
                norm(step.parameter("gate.blocks.%d.norm.%d".formatted(block, layer)), config.gateNorm(), GATE_WIDTH);
                linear(
                        step.parameter("gate.blocks.%d.linear.%d".formatted(block, layer)),
                        GATE_WIDTH,
                        GATE_WIDTH,
                        true);
            }
        }
        linear(step.parameter("gate.final"), 1, GATE_WIDTH, true);
    }

    private void convolution(String name, int outputs, int inputs, int side) {
        double deviation = switch (config.preset()) {
            case SMALL -> Math.sqrt(2.0 / (inputs * side * side));
            case PAPER -> PUBLISHED_DEVIATION;
        };
        trained(name + ".weight", List.of(outputs, inputs, side, side), new Start.Gaussian(deviation));
        trained(name + ".bias", List.of(outputs), new Start.Constant(0));
    }

    private void linear(String name, int outputs, int inputs, boolean random) {
        trained(
                name + ".weight",
                List.of(outputs, inputs),
                random ? new Start.Gaussian(Math.sqrt(1.0 / inputs)) : new Start.Constant(0));
        trained(name + ".bias", List.of(outputs), new Start.Constant(0));
    }

    private void norm(String name, boolean present, int width) {
        if (present) {
            trained(name + ".weight", List.of(width), new Start.Constant(1));
            trained(name + ".bias", List.of(width), new Start.Constant(0));
            kept(name + ".running_mean", List.of(width), new Start.Constant(0));
            kept(name + ".running_var", List.of(width), new Start.Constant(1));
        }
    }

    private void trained(String name, List<Integer> shape, Start start) {
        specs.add(new ParameterSpec(name, shape, true, start));
    }

    private void kept(String name, List<Integer> shape, Start start) {
        specs.add(new ParameterSpec(name, shape, false, start));
    }
}
