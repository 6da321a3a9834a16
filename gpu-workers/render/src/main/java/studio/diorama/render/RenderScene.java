package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.List;

/// Everything that can be seen, and all light.
///
/// @param instances objects, each with an id of its own
/// @param lights beside those of the environment
/// @param environment what is all around
/// @param weather what is in the air and on the surfaces
public record RenderScene(List<Instance> instances, List<Light> lights, Environment environment, Weather weather) {

    /// The most lights.
    public static final int MAX_LIGHTS = 64;

    public RenderScene {
        instances = List.copyOf(instances);
        lights = List.copyOf(lights);
        requireNonNull(environment, "environment is null");
        requireNonNull(weather, "weather is null");
        if (lights.size() > MAX_LIGHTS) {
            throw new IllegalArgumentException(
                    "at most %d lights expected, got %d".formatted(MAX_LIGHTS, lights.size()));
        }
        BitSet seen = new BitSet();
        for (Instance instance : instances) {
            if (seen.get(instance.id())) {
                throw new IllegalArgumentException("instance id %d is there twice".formatted(instance.id()));
            }
            seen.set(instance.id());
        }
    }

    /// A scene in clear air.
    public static RenderScene of(List<Instance> instances, List<Light> lights, Environment environment) {
        return new RenderScene(instances, lights, environment, Weather.CLEAR);
    }
}
