package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.format.FrameCamera;

/// What one camera made of a frame.
///
/// @param id of the camera; its files lie in a folder of this name
/// @param calibration K, distortion and `[R|t]` in OpenCV's axes
/// @param objects by rising instance
/// @param layers hash of each layer's decoded values, by its name
public record CameraRecord(String id, FrameCamera calibration, List<ObjectRecord> objects, Map<String, String> layers) {

    public CameraRecord {
        requireNonNull(id, "id is null");
        requireNonNull(calibration, "calibration is null");
        objects = List.copyOf(objects);
        layers = new TreeMap<>(layers);
    }
}
