package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One image and its labels, as every [LabelWriter] takes it.
///
/// @param index K, from 0; all ids are derived from it
/// @param split that it belongs to
/// @param width pixels per row
/// @param height rows
/// @param image its colour as an 8-bit PNG file
/// @param camera that took it
/// @param instances (height × width) instance per pixel, 0 where there is none; not copied
/// @param classes (height × width) class per pixel, 0 is void; not copied
/// @param depth (height × width) metres along the camera's axis, 0 for the background, if that layer was rendered;
/// not copied
/// @param objects those with a pixel in the frame or its surroundings, each instance once
public record LabelledFrame(
        long index,
        Split split,
        int width,
        int height,
        Path image,
        FrameCamera camera,
        int[] instances,
        int[] classes,
        Optional<float[]> depth,
        List<LabelledObject> objects) {

    public LabelledFrame {
        requireNonNull(split, "split is null");
        requireNonNull(image, "image is null");
        requireNonNull(camera, "camera is null");
        requireNonNull(instances, "instances is null");
        requireNonNull(classes, "classes is null");
        requireNonNull(depth, "depth is null");
        objects = List.copyOf(requireNonNull(objects, "objects is null"));
        // 2^47 frames and 65,536 instances each still fit the 63 bits of an annotation id.
        if (index < 0 || index >= 1L << 47) {
            throw new IllegalArgumentException("a frame index is 0 to 2^47-1, got %d".formatted(index));
        }
        int pixels = Math.multiplyExact(width, height);
        if (width < 1 || height < 1 || instances.length != pixels || classes.length != pixels) {
            throw new IllegalArgumentException("%d × %d ids expected, got %d instances and %d classes"
                    .formatted(width, height, instances.length, classes.length));
        }
        if (depth.isPresent() && depth.get().length != pixels) {
            throw new IllegalArgumentException(
                    "%d × %d depths expected, got %d".formatted(width, height, depth.get().length));
        }
        if (objects.stream().mapToInt(LabelledObject::instance).distinct().count() != objects.size()) {
            throw new IllegalArgumentException("frame %d lists an instance twice".formatted(index));
        }
    }

    /// The id of the image in formats that number them: K + 1.
    public long imageId() {
        return index + 1;
    }

    /// The id of an object's annotation: (K + 1) · 65536 + instance, so no two shards ever give the same.
    public long annotationId(LabelledObject object) {
        return (index + 1) * 65_536 + object.instance();
    }

    /// The name of the frame's files without an ending, such as `000017`.
    public String stem() {
        return "%06d".formatted(index);
    }

    /// The pixels that an object owns.
    public BinaryMask visibleMask(LabelledObject object) {
        return BinaryMask.ofId(instances, width, object.instance(), object.visibleBox());
    }
}
