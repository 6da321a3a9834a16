package studio.diorama.models.cameranoise.bench;

import java.util.Optional;
import studio.diorama.models.cameranoise.flow.FlowCamera;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowConfig;
import studio.diorama.models.cameranoise.flow.FlowPipeline;

/// Which cameras and ISOs a flow can be asked about.
final class KnownConditions {

    private KnownConditions() {}

    /// Empty where the flow was not trained on the camera, or not at such an ISO.
    static Optional<FlowCondition> of(FlowPipeline flow, String camera, double iso) {
        FlowConfig config = flow.weights().config();
        for (int i = 0; i < config.cameras().size(); i++) {
            FlowCamera known = config.cameras().get(i);
            if (known.name().equals(camera)) {
                return iso >= known.minimumIso() && iso <= known.maximumIso()
                        ? Optional.of(new FlowCondition(i, iso))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
