package studio.diorama.models.cameranoise.flow.cpu;

import java.util.Arrays;
import java.util.List;
import studio.diorama.models.cameranoise.flow.ConditionGates;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowConfig;
import studio.diorama.models.cameranoise.flow.FlowParameters;
import studio.diorama.models.cameranoise.flow.FlowPreset;
import studio.diorama.models.cameranoise.flow.FlowStep;
import studio.diorama.models.cameranoise.flow.Rotation;
import studio.diorama.models.cameranoise.flow.SmallLinear;

/// Works out, in double precision, what camera and ISO decide, and folds it into the steps' numbers.
final class FlowCompiler {

    /// Of the published BatchNorm2d.
    private static final double NORM_EPSILON = 1e-5;
    /// Bound of SA's log-scale.
    private static final float AFFINE_BOUND = 6f;

    private final FlowParameters parameters;
    private final FlowConfig config;
    private final FlowCondition condition;

    FlowCompiler(FlowParameters parameters, FlowCondition condition) {
        this.parameters = parameters;
        this.config = parameters.config();
        this.condition = condition;
        condition.requireServedBy(config);
    }

    List<CompiledStep> steps() {
        return config.steps().stream().map(this::compile).toList();
    }

    private CompiledStep compile(FlowStep step) {
        return switch (step.kind()) {
            case CONDITIONAL_LINEAR -> table(step);
            case SIGNAL_DEPENDENT -> affine(step);
            case MIXING -> mixing(step);
            case CHECKERBOARD ->
                coupling(
                        step,
                        new int[] {
                            Tile.NOISE, Tile.NOISE + 1, Tile.NOISE + 2, Tile.CLEAN, Tile.CLEAN + 1, Tile.CLEAN + 2
                        },
                        new int[] {Tile.NOISE, Tile.NOISE + 1, Tile.NOISE + 2},
                        step.parity());
            case CHANNELS ->
                coupling(
                        step,
                        new int[] {Tile.NOISE, Tile.CLEAN, Tile.CLEAN + 1, Tile.CLEAN + 2},
                        new int[] {Tile.NOISE + 1, Tile.NOISE + 2},
                        -1);
        };
    }

    private CompiledTable table(FlowStep step) {
        FlowCondition.TablePlace place = condition.tablePlace(config);
        return new CompiledTable(row(step, "log_scale", place), row(step, "bias", place));
    }

    private float[] row(FlowStep step, String name, FlowCondition.TablePlace place) {
        float[] table = parameters.of(step, name);
        float[] row = new float[3];
        int below = 3 * (place.below() * config.cameras().size() + condition.camera());
        int above = 3 * (place.above() * config.cameras().size() + condition.camera());
        for (int channel = 0; channel < 3; channel++) {
            row[channel] = (float)
                    ((1 - place.weightAbove()) * table[below + channel] + place.weightAbove() * table[above + channel]);
        }
        return row;
    }

    private CompiledMixing mixing(FlowStep step) {
        double[] matrix = Rotation.of(parameters, step).matrix();
        double logDeterminant = 0;
        for (float logDiagonal : parameters.of(step, "log_diagonal")) {
            logDeterminant += logDiagonal;
        }
        return new CompiledMixing(floats(matrix), floats(Rotation.inverse(matrix)), logDeterminant);
    }

    private CompiledAffine affine(FlowStep step) {
        int width = config.width();
        double[] vector = ConditionGates.vector(parameters, condition);
        double[] fromCondition = SmallLinear.apply(
                parameters,
                step.parameter("condition.2"),
                SmallLinear.rectified(
                        parameters,
                        step.parameter("condition.1"),
                        SmallLinear.rectified(parameters, step.parameter("condition.0"), vector)));
        float[] pixel = parameters.of(step, "pixel.0.weight");
        int inputs = 3 + FlowConfig.CONDITION;
        float[] hidden = new float[width * 3];
        float[] hiddenBias = parameters.of(step, "pixel.0.bias").clone();
        for (int o = 0; o < width; o++) {
            double bias = hiddenBias[o];
            for (int i = 0; i < vector.length; i++) {
                bias += pixel[o * inputs + 3 + i] * vector[i];
            }
            hiddenBias[o] = (float) bias;
            for (int i = 0; i < 3; i++) {
                hidden[o * 3 + i] = config.seesClean() ? pixel[o * inputs + i] : 0f;
            }
        }
        float[] last = parameters.of(step, "pixel.1.weight").clone();
        float[] lastBias = parameters.of(step, "pixel.1.bias").clone();
        for (int o = 0; o < 6; o++) {
            double divisor = o < 3 ? AFFINE_BOUND : 1;
            lastBias[o] = (float) ((lastBias[o] + fromCondition[o]) / divisor);
            for (int i = 0; i < width; i++) {
                last[o * width + i] = (float) (last[o * width + i] / divisor);
            }
        }
        return new CompiledAffine(
                PackedWeights.pack(width, 3, hidden),
                hiddenBias,
                PackedWeights.pack(6, width, last),
                lastBias,
                AFFINE_BOUND);
    }

    private CompiledCoupling coupling(FlowStep step, int[] inputPlanes, int[] transformed, int parity) {
        int width = config.width();
        int outputs = 2 * transformed.length;
        float[] first = parameters.of(step, "first.weight").clone();
        float[] firstBias = parameters.of(step, "first.bias").clone();
        if (!config.seesClean()) {
            forgetClean(first, width, inputPlanes);
        }
        foldNorm(step, "first_norm", first, firstBias);
        float[] second = parameters.of(step, "second.weight").clone();
        float[] secondBias = parameters.of(step, "second.bias").clone();
        foldNorm(step, "second_norm", second, secondBias);

        double[] strength = condition(step, firstBias, secondBias);

        float[] whole = parameters.of(step, "last.weight");
        float[] logGain = parameters.of(step, "log_gain");
        float[] lastBias = parameters.of(step, "last.bias").clone();
        float[] last = new float[outputs * width * 9];
        float[] ring = new float[outputs * 9];
        for (int o = 0; o < outputs; o++) {
            double gain = Math.exp(3.0 * logGain[o]);
            lastBias[o] = (float) (lastBias[o] * gain);
            for (int i = 0; i < width * 9; i++) {
                last[o * width * 9 + i] = (float) (whole[o * (width + 1) * 9 + i] * gain * strength[i / 9]);
            }
            for (int i = 0; i < 9; i++) {
                ring[o * 9 + i] = (float) (whole[(o * (width + 1) + width) * 9 + i] * gain);
            }
        }
        double gate =
                ConditionGates.gate(parameters, step, condition) * parameters.of(step, "scale")[0];
        BorderStart lastStart = BorderStart.of(lastBias, new float[ring.length], ring);
        return new CompiledCoupling(
                inputPlanes,
                new Convolution[] {
                    first(inputPlanes, first, firstBias, parity, 0), first(inputPlanes, first, firstBias, parity, 1)
                },
                PackedWeights.pack(width, width, second),
                secondBias,
                Convolution.of(width, last, lastStart, (_, _, _) -> true),
                Math.clamp((float) gate, -Elementary.MOST, Elementary.MOST),
                transformed,
                parity);
    }

    /// Adds what the condition says to the hidden layers' biases.
    ///
    /// @return by how much each feature of the second is strengthened
    private double[] condition(FlowStep step, float[] firstBias, float[] secondBias) {
        double[] strength = new double[config.width()];
        Arrays.fill(strength, 1);
        if (config.preset() == FlowPreset.SMALL) {
            double[] vector = ConditionGates.vector(parameters, condition);
            float[] toFirst = parameters.of(step, "first.condition");
            float[] toSecond = parameters.of(step, "second.condition");
            float[] toStrength = parameters.of(step, "second.strength");
            for (int unit = 0; unit < strength.length; unit++) {
                firstBias[unit] += (float) product(toFirst, unit, vector);
                secondBias[unit] += (float) product(toSecond, unit, vector);
                strength[unit] += product(toStrength, unit, vector);
            }
        }
        return strength;
    }

    private static double product(float[] matrix, int row, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += matrix[row * vector.length + i] * vector[i];
        }
        return sum;
    }

    /// A coupling's first convolution at pixels of one colour. Of a checkerboard, noise of the colour that changes is
    /// hidden, and the mask channel, which comes last and is 1 at the other colour, goes into the start.
    private static Convolution first(int[] planes, float[] weights, float[] bias, int parity, int colour) {
        if (parity < 0) {
            return Convolution.of(planes.length, weights, BorderStart.everywhere(bias), (_, _, _) -> true);
        }
        int inputs = planes.length + 1;
        float[] mask = new float[bias.length * 9];
        for (int o = 0; o < bias.length; o++) {
            for (int tap = 0; tap < 9; tap++) {
                boolean seen = ((colour + tap % 3 + tap / 3) & 1) != parity;
                mask[o * 9 + tap] = seen ? weights[(o * inputs + planes.length) * 9 + tap] : 0f;
            }
        }
        return Convolution.of(
                inputs,
                weights,
                BorderStart.of(bias, mask, new float[mask.length]),
                (input, dx, dy) ->
                        input < planes.length && (planes[input] >= Tile.CLEAN || ((colour + dx + dy) & 1) != parity));
    }

    private void foldNorm(FlowStep step, String norm, float[] weights, float[] bias) {
        if (!config.batchNorm()) {
            return;
        }
        float[] scale = parameters.of(step, norm + ".weight");
        float[] shift = parameters.of(step, norm + ".bias");
        float[] mean = parameters.of(step, norm + ".running_mean");
        float[] variance = parameters.of(step, norm + ".running_var");
        int inputs = weights.length / bias.length;
        for (int o = 0; o < bias.length; o++) {
            double factor = scale[o] / Math.sqrt(variance[o] + NORM_EPSILON);
            bias[o] = (float) ((bias[o] - mean[o]) * factor + shift[o]);
            for (int i = 0; i < inputs; i++) {
                weights[o * inputs + i] = (float) (weights[o * inputs + i] * factor);
            }
        }
    }

    private static void forgetClean(float[] first, int width, int[] inputPlanes) {
        int inputs = first.length / (width * 9);
        for (int o = 0; o < width; o++) {
            for (int i = 0; i < inputPlanes.length; i++) {
                if (inputPlanes[i] >= Tile.CLEAN) {
                    int at = (o * inputs + i) * 9;
                    Arrays.fill(first, at, at + 9, 0f);
                }
            }
        }
    }

    private static float[] floats(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }
}
