package studio.diorama.models.cameranoise.data;

import static java.util.Objects.requireNonNull;

/// A training step's patches.
///
/// @param clean (count × 3 × size × size) R, G, B planes, whole codes 0 to 255
/// @param noisy (count × 3 × size × size) the same with noise
/// @param camera (count) index of each patch's camera
/// @param iso (count) ISO of each patch
/// @param count patches
/// @param size pixels of a patch's sides
@SuppressWarnings("ArrayRecordComponent")
public record PatchBatch(float[] clean, float[] noisy, int[] camera, float[] iso, int count, int size) {

    public PatchBatch {
        requireNonNull(clean, "clean is null");
        requireNonNull(noisy, "noisy is null");
        int samples = Math.multiplyExact(Math.multiplyExact(count, 3), Math.multiplyExact(size, size));
        if (clean.length != samples || noisy.length != samples || camera.length != count || iso.length != count) {
            throw new IllegalArgumentException("%d patches of 3 × %d × %d expected, got %d, %d, %d and %d values"
                    .formatted(count, size, size, clean.length, noisy.length, camera.length, iso.length));
        }
    }
}
