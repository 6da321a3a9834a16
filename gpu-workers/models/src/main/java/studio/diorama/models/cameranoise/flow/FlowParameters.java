package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.flow.ParameterSpec.Start;

/// A flow's numbers by name: what files hold, what training makes, what the engine reads.
///
/// @param config whose layout they fill exactly
/// @param values row-major, one array for each name of the layout and in its order; not copied
public record FlowParameters(FlowConfig config, Map<String, float[]> values) {

    public FlowParameters {
        requireNonNull(config, "config is null");
        Map<String, float[]> ordered = new LinkedHashMap<>();
        for (ParameterSpec spec : FlowLayout.of(config)) {
            float[] numbers = values.get(spec.name());
            if (numbers == null || numbers.length != spec.size()) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "A %s noise flow needs \"%s\" of shape %s, got %s."
                                .formatted(
                                        config.preset().label(),
                                        spec.name(),
                                        spec.shape(),
                                        numbers == null ? "none" : numbers.length + " numbers"));
            }
            for (float number : numbers) {
                if (!Float.isFinite(number)) {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "The noise flow's \"%s\" holds %s; all weights must be finite."
                                    .formatted(spec.name(), number));
                }
            }
            ordered.put(spec.name(), numbers);
        }
        if (values.size() != ordered.size()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A %s noise flow has %d tensors, got %d."
                            .formatted(config.preset().label(), ordered.size(), values.size()));
        }
        values = java.util.Collections.unmodifiableMap(ordered);
    }

    /// As training starts.
    public static FlowParameters start(FlowConfig config, Seed seed) {
        Map<String, float[]> values = new LinkedHashMap<>();
        Map<String, Rotation> rotations = new LinkedHashMap<>();
        for (ParameterSpec spec : FlowLayout.of(config)) {
            values.put(
                    spec.name(),
                    switch (spec.start()) {
                        case Start.Constant constant -> filled(spec.size(), constant.value());
                        case Start.Gaussian gaussian ->
                            gaussian(spec.size(), gaussian.deviation(), seed.child(spec.name()));
                        case Start.RotationPart part ->
                            rotations
                                    .computeIfAbsent(part.step(), step -> Rotation.random(seed.child(step)))
                                    .part(part.part());
                    });
        }
        return new FlowParameters(config, values);
    }

    /// Numbers of one tensor; not to be changed.
    public float[] of(String name) {
        return requireNonNull(values.get(name), name);
    }

    /// Numbers of one of a step's tensors; not to be changed.
    public float[] of(FlowStep step, String name) {
        return of(step.parameter(name));
    }

    /// All names in order.
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    private static float[] filled(int size, double value) {
        float[] numbers = new float[size];
        java.util.Arrays.fill(numbers, (float) value);
        return numbers;
    }

    private static float[] gaussian(int size, double deviation, Seed seed) {
        float[] numbers = new float[size];
        long key = CounterGaussian.rowKey(seed, 0);
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) (deviation * CounterGaussian.at(key, i));
        }
        return numbers;
    }
}
