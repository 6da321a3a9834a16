package studio.diorama.models.cameranoise.denoiser;

import java.util.List;
import java.util.SplittableRandom;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.Tensor;

/// Patches of one step.
///
/// @param noisy (N, 3, size, size) codes divided by 255
/// @param clean (N, 3, size, size) codes divided by 255
record DenoiserBatch(Tensor noisy, Tensor clean) {

    /// The same places for the same seed, whatever the noise is.
    static DenoiserBatch draw(Scope scope, List<DenoiserExample> examples, int count, int size, Seed seed) {
        SplittableRandom random = new SplittableRandom(seed.value());
        float[] noisy = new float[count * 3 * size * size];
        float[] clean = new float[noisy.length];
        for (int patch = 0; patch < count; patch++) {
            DenoiserExample example = examples.get(random.nextInt(examples.size()));
            int left = random.nextInt(example.clean().width() - size + 1);
            int top = random.nextInt(example.clean().height() - size + 1);
            int version = Math.floorMod(random.nextInt(), example.noisy().size());
            cut(example.clean(), left, top, size, clean, patch);
            cut(example.noisy().get(version), left, top, size, noisy, patch);
        }
        return new DenoiserBatch(scope.of(noisy, count, 3, size, size), scope.of(clean, count, 3, size, size));
    }

    static void cut(Rgb8Image picture, int left, int top, int size, float[] planes, int patch) {
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < size; y++) {
                int to = ((3 * patch + channel) * size + y) * size;
                int from = 3 * ((top + y) * picture.width() + left) + channel;
                for (int x = 0; x < size; x++) {
                    planes[to + x] = (picture.samples()[from + 3 * x] & 0xFF) / 255f;
                }
            }
        }
    }
}
