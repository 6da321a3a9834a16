package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// The file `frame.json`: a frame, and what was made of it. It says nothing of when and by which worker, so that equal
/// frames have equal files.
///
/// @param format `diorama.frame/1`
/// @param code version of Diorama
/// @param device what rendered it
/// @param frame every value fixed
/// @param cameras one for each camera, in the frame's order
public record FrameRecord(
        String format, String code, DeviceRecord device, ResolvedFrame frame, List<CameraRecord> cameras) {

    public static final String FORMAT = "diorama.frame/1";

    public FrameRecord {
        requireNonNull(format, "format is null");
        requireNonNull(code, "code is null");
        requireNonNull(device, "device is null");
        requireNonNull(frame, "frame is null");
        cameras = List.copyOf(cameras);
    }

    /// What rendered: the driver's own words.
    public record DeviceRecord(String vendor, String renderer, String version) {}

    /// Whether both have the same values and pixels, whoever made them.
    public boolean samePixels(FrameRecord other) {
        return cameras.stream()
                .map(CameraRecord::layers)
                .toList()
                .equals(other.cameras.stream().map(CameraRecord::layers).toList());
    }
}
