package studio.diorama.dataset.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.run.LayerFiles;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// One camera of a frame, read back from its files.
///
/// @param frame every value fixed
/// @param camera that looked
/// @param record what was written of it
/// @param planes the layers that there are
public record CameraView(ResolvedFrame frame, ResolvedCamera camera, CameraRecord record, Map<Layer, Plane> planes) {

    public CameraView {
        requireNonNull(frame, "frame is null");
        requireNonNull(camera, "camera is null");
        requireNonNull(record, "record is null");
        planes = Map.copyOf(planes);
    }

    /// @param frameFolder holds a folder for each camera
    public static CameraView read(Path frameFolder, ResolvedFrame frame, CameraRecord record) throws IOException {
        Map<Layer, Plane> planes = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            if (record.layers().containsKey(layer.fileName())) {
                planes.put(layer, LayerFiles.read(frameFolder.resolve(record.id()), layer));
            }
        }
        ResolvedCamera camera = frame.cameras().stream()
                .filter(candidate -> candidate.id().equals(record.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no camera " + record.id()));
        return new CameraView(frame, camera, record, planes);
    }

    public int width() {
        return camera.width();
    }

    public int height() {
        return camera.height();
    }

    public boolean has(Layer... layers) {
        for (Layer layer : layers) {
            if (!planes.containsKey(layer)) {
                return false;
            }
        }
        return true;
    }

    public Plane.Floats floats(Layer layer) {
        return (Plane.Floats) planes.get(layer);
    }

    public Plane.Integers integers(Layer layer) {
        return (Plane.Integers) planes.get(layer);
    }

    public Optional<ObjectRecord> object(int instance) {
        return record.objects().stream()
                .filter(object -> object.instance() == instance)
                .findFirst();
    }
}
