package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.diorama.common.DioramaException;
import studio.diorama.models.cameranoise.flow.FlowCamera;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;

/// Every built-in camera with the models that know it.
public final class NoiseCameras {

    private NoiseCameras() {}

    /// @param name as jobs and the command line call it
    /// @param description for people
    /// @param minimumIso that all of its models serve
    /// @param maximumIso that all of its models serve
    /// @param models that know it, the one to begin with first
    public record Offered(String name, String description, double minimumIso, double maximumIso, List<String> models) {

        public Offered {
            requireNonNull(name, "name is null");
            requireNonNull(description, "description is null");
            models = List.copyOf(models);
        }
    }

    /// Those with classical profiles in the catalogue's order, then those that the flow alone knows.
    public static List<Offered> all() {
        List<FlowCamera> learnt = FlowPipeline.builtIn()
                .map(flow -> flow.weights().config().cameras())
                .orElse(List.of());
        List<Offered> cameras = new ArrayList<>();
        for (CameraProfile profile : CameraCatalogue.builtIn()) {
            cameras.add(learnt.stream()
                    .filter(camera -> camera.name().equals(profile.name()))
                    .findFirst()
                    .map(camera -> both(profile, camera))
                    .orElseGet(() -> new Offered(
                            profile.name(),
                            profile.description(),
                            profile.minimumIso(),
                            profile.maximumIso(),
                            classical().toList())));
        }
        learnt.stream()
                .filter(camera ->
                        cameras.stream().noneMatch(known -> known.name().equals(camera.name())))
                .map(camera -> new Offered(
                        camera.name(),
                        SyntheticSensors.byName(camera.name()).description(),
                        camera.minimumIso(),
                        camera.maximumIso(),
                        List.of(FlowPipeline.NAME)))
                .forEach(cameras::add);
        return List.copyOf(cameras);
    }

    private static Offered both(CameraProfile profile, FlowCamera learnt) {
        return new Offered(
                profile.name(),
                profile.description(),
                Math.max(profile.minimumIso(), learnt.minimumIso()),
                Math.min(profile.maximumIso(), learnt.maximumIso()),
                Stream.concat(classical(), Stream.of(FlowPipeline.NAME)).toList());
    }

    private static Stream<String> classical() {
        return NoiseModels.all().stream().map(NoiseModel::name);
    }

    /// The profile that a model draws a camera from.
    ///
    /// @throws DioramaException naming the cameras that the model knows
    public static CameraProfile profile(String model, String camera) {
        Optional<FlowPipeline> flow = model.equals(FlowPipeline.NAME) ? FlowPipeline.builtIn() : Optional.empty();
        return flow.map(known -> known.profile(camera)).orElseGet(() -> CameraCatalogue.byName(camera));
    }
}
