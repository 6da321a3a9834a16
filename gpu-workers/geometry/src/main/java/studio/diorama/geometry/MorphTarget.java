package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// One shape that a mesh can be pulled towards, as differences from its rest shape.
///
/// @param name such as `smile`; may be empty
/// @param positionDeltas (vertices × 3) metres
/// @param normalDeltas (vertices × 3), where known
public record MorphTarget(String name, float[] positionDeltas, Optional<float[]> normalDeltas) {

    public MorphTarget {
        requireNonNull(name, "name is null");
        requireNonNull(positionDeltas, "positionDeltas is null");
        requireNonNull(normalDeltas, "normalDeltas is null");
        MeshChecks.requireFinite("morph target positions", positionDeltas);
        normalDeltas.ifPresent(deltas -> {
            MeshChecks.requireLength("morph target normals", deltas.length, positionDeltas.length);
            MeshChecks.requireFinite("morph target normals", deltas);
        });
    }

    public MorphTarget(String name, float[] positionDeltas) {
        this(name, positionDeltas, Optional.empty());
    }
}
