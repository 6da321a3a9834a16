package studio.diorama.dataset.sheet;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import studio.diorama.dataset.format.DatasetInfo;
import studio.diorama.dataset.format.LabelledFrame;

/// What a contact sheet is drawn from.
///
/// @param frame ids, objects and, if there is one, depth
/// @param info names and colours of the classes
/// @param rgb (height × width × 3) bytes, sRGB encoded
/// @param normals (height × width × 3) unit vectors in glTF's camera axes, 0 for the background, if there are some
/// @param flow (height × width × 2) pixels, +x right, +y down, if there is one
public record SheetLayers(
        LabelledFrame frame, DatasetInfo info, byte[] rgb, Optional<float[]> normals, Optional<float[]> flow) {

    public SheetLayers {
        requireNonNull(frame, "frame is null");
        requireNonNull(info, "info is null");
        requireNonNull(rgb, "rgb is null");
        requireNonNull(normals, "normals is null");
        requireNonNull(flow, "flow is null");
        int pixels = frame.width() * frame.height();
        check(rgb.length, 3 * pixels, "colours");
        normals.ifPresent(values -> check(values.length, 3 * pixels, "normals"));
        flow.ifPresent(values -> check(values.length, 2 * pixels, "flow"));
    }

    private static void check(int got, int expected, String what) {
        if (got != expected) {
            throw new IllegalArgumentException("%d numbers of %s expected, got %d".formatted(expected, what, got));
        }
    }
}
