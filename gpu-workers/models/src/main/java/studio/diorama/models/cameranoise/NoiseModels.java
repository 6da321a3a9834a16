package studio.diorama.models.cameranoise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.models.cameranoise.flow.FlowPipeline;

/// The models that there are, by name.
public final class NoiseModels {

    private static final List<NoiseModel> ALL = List.of(new HeteroscedasticNoise(), new IsotropicNoise());

    private NoiseModels() {}

    /// The best first.
    public static List<NoiseModel> all() {
        return ALL;
    }

    /// @throws DioramaException naming the models that there are; the flow is one where its weights are at hand
    public static NoiseModel byName(String name) {
        return ALL.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .or(() -> name.equals(FlowPipeline.NAME) ? FlowPipeline.builtIn() : Optional.empty())
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "There is no noise model \"%s\"; there are %s."
                                .formatted(
                                        name, ALL.stream().map(NoiseModel::name).collect(Collectors.joining(", ")))));
    }
}
