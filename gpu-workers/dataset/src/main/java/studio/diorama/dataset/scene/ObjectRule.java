package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// One or more objects of the scene.
///
/// @param id unique among objects
/// @param asset the name of a model
/// @param className the name of its class
/// @param count how many there are in a frame
/// @param position of the model's origin, metres
/// @param scale one factor, or one per axis
/// @param material what is changed on the model's materials
/// @param motion how it moves within a clip
public record ObjectRule(
        String id,
        Varied<String> asset,
        String className,
        Varied<Components> count,
        PositionRule position,
        RotationRule rotation,
        Varied<Components> scale,
        MaterialRule material,
        LabelMode labels,
        PhysicsMode physics,
        Optional<MotionRule> motion) {

    public ObjectRule {
        requireNonNull(id, "id is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(className, "className is null");
        requireNonNull(count, "count is null");
        requireNonNull(position, "position is null");
        requireNonNull(rotation, "rotation is null");
        requireNonNull(scale, "scale is null");
        requireNonNull(material, "material is null");
        requireNonNull(labels, "labels is null");
        requireNonNull(physics, "physics is null");
        requireNonNull(motion, "motion is null");
    }

    /// All models that it may be drawn with.
    public List<String> assetNames() {
        return SceneRules.names(asset.randomiser());
    }

    /// Who owns the pixels where an object is seen.
    public enum LabelMode {
        /// The object itself.
        SURFACE,
        /// Whatever is behind it: window panes.
        THROUGH,
        /// Nobody: it hides what is behind, and its pixels are void.
        NONE
    }

    /// What gravity does to an object.
    public enum PhysicsMode {
        /// It stays where it is and others rest on it.
        STATIC,
        /// It falls until it rests or four seconds are over.
        DROP,
        /// It stays where it is and others fall through it.
        NONE
    }

    /// Movement within a clip, at constant speed.
    ///
    /// @param velocity metres a second
    /// @param spin axis times radians a second
    public record MotionRule(Varied<Components> velocity, Varied<Components> spin) {

        public MotionRule {
            requireNonNull(velocity, "velocity is null");
            requireNonNull(spin, "spin is null");
        }
    }
}
