package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/// One rendered frame: the layers that were asked for and the table of its objects.
///
/// The planes belong to the caller until [#close], which hands their memory back to the renderer for later frames. A
/// frame that is never closed costs only that memory.
///
/// @param width pixels a row
/// @param height rows
/// @param planes each layer's values
/// @param objects one row for each labelled instance, by rising id
/// @param reuse what takes the planes back
public record FrameLayers(int width, int height, Map<Layer, Plane> planes, List<ObjectPixels> objects, Runnable reuse)
        implements AutoCloseable {

    public FrameLayers {
        planes = Map.copyOf(planes);
        objects = List.copyOf(objects);
        requireNonNull(reuse, "reuse is null");
    }

    /// @throws IllegalArgumentException if the layer was not asked for, or does not hold floats
    public Plane.Floats floats(Layer layer) {
        return switch (plane(layer)) {
            case Plane.Floats floats -> floats;
            case Plane.Integers _ -> throw new IllegalArgumentException(layer + " holds integers, not floats");
        };
    }

    /// @throws IllegalArgumentException if the layer was not asked for, or does not hold integers
    public Plane.Integers integers(Layer layer) {
        return switch (plane(layer)) {
            case Plane.Integers integers -> integers;
            case Plane.Floats _ -> throw new IllegalArgumentException(layer + " holds floats, not integers");
        };
    }

    private Plane plane(Layer layer) {
        Plane plane = planes.get(requireNonNull(layer, "layer is null"));
        if (plane == null) {
            throw new IllegalArgumentException(
                    "layer %s was not rendered: ask for it; there are %s".formatted(layer.fileName(), planes.keySet()));
        }
        return plane;
    }

    /// Gives the planes' memory back; they must not be read afterwards.
    @Override
    public void close() {
        reuse.run();
    }
}
