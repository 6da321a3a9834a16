package studio.diorama.geometry.internal.gltf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.geometry.Animation;
import studio.diorama.geometry.AnimationChannel;
import studio.diorama.geometry.AnimationTarget;
import studio.diorama.geometry.Interpolation;

/// Movements.
final class GltfAnimations {

    private final Json document;
    private final GltfAccessors accessors;
    private final int nodeCount;

    GltfAnimations(Json document, GltfAccessors accessors, int nodeCount) {
        this.document = document;
        this.accessors = accessors;
        this.nodeCount = nodeCount;
    }

    List<Animation> animations() {
        List<Animation> result = new ArrayList<>();
        for (Json json : document.objects("animations")) {
            List<Json> samplers = json.objects("samplers");
            List<AnimationChannel> channels = new ArrayList<>();
            for (Json channel : json.objects("channels")) {
                channel(channel, samplers).ifPresent(channels::add);
            }
            result.add(new Animation(json.name(), channels));
        }
        return result;
    }

    /// A channel, unless it moves something that is not part of glTF proper.
    private Optional<AnimationChannel> channel(Json json, List<Json> samplers) {
        Json target = json.requireObject("target");
        OptionalInt node = target.index("node", nodeCount);
        Optional<AnimationTarget> path = switch (target.text("path", "")) {
            case "translation" -> Optional.of(AnimationTarget.TRANSLATION);
            case "rotation" -> Optional.of(AnimationTarget.ROTATION);
            case "scale" -> Optional.of(AnimationTarget.SCALE);
            case "weights" -> Optional.of(AnimationTarget.WEIGHTS);
            default -> Optional.empty();
        };
        if (node.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        Json sampler = samplers.get(json.requireIndex("sampler", samplers.size()));
        Interpolation interpolation = switch (sampler.text("interpolation", "LINEAR")) {
            case "LINEAR" -> Interpolation.LINEAR;
            case "STEP" -> Interpolation.STEP;
            case "CUBICSPLINE" -> Interpolation.CUBICSPLINE;
            default -> throw sampler.refuse("'interpolation' LINEAR, STEP or CUBICSPLINE expected, got another");
        };
        int width = switch (path.get()) {
            case TRANSLATION, SCALE -> 3;
            case ROTATION -> 4;
            case WEIGHTS -> 1;
        };
        try {
            return Optional.of(new AnimationChannel(
                    node.getAsInt(),
                    path.get(),
                    interpolation,
                    accessors.floats(sampler.requireIndex("input", accessors.size()), 1),
                    accessors.floats(sampler.requireIndex("output", accessors.size()), width)));
        } catch (IllegalArgumentException e) {
            throw sampler.refuse(e.getMessage());
        }
    }
}
