package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;

/// What one job of the camera noise pipeline does to all its pictures.
///
/// @param recipes at least one; each noisy picture is made by one of them, all equally likely, which one its own seed
/// says
/// @param copies 1 to [#MOST_COPIES], how many noisy pictures are made of each clean one
/// @param seed the root; a picture's own seed is `seed.child("image/" + name)`, so it never depends on other pictures
/// @param depth which files are written
/// @param compress whether 8-bit noisy pictures go through the camera's JPEG; on, because its noise went through it
/// too
/// @param threads how many threads share one picture's rows
public record CameraNoiseConfig(
        List<NoiseRecipe> recipes, int copies, Seed seed, OutputDepth depth, boolean compress, int threads) {

    /// Of each picture.
    public static final int MOST_COPIES = 100;

    public CameraNoiseConfig {
        recipes = List.copyOf(recipes);
        if (recipes.isEmpty() || copies < 1 || copies > MOST_COPIES) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A recipe of noise at least and 1 to %d copies are needed, got %d and %d."
                            .formatted(MOST_COPIES, recipes.size(), copies));
        }
        requireNonNull(seed, "seed is null");
        requireNonNull(depth, "depth is null");
        new NoiseOptions(seed, 8, compress, threads, 0, 0);
    }

    /// One recipe for all pictures, one noisy picture of each.
    public CameraNoiseConfig(NoiseRecipe recipe, Seed seed, OutputDepth depth, boolean compress, int threads) {
        this(List.of(recipe), 1, seed, depth, compress, threads);
    }

    /// The recipe that a picture of this seed is made by.
    NoiseRecipe recipe(Seed imageSeed) {
        return recipes.get(
                (int) Long.remainderUnsigned(imageSeed.child("recipe").value(), recipes.size()));
    }

    /// Which bit depths a job writes.
    public enum OutputDepth {
        /// `noisy/` and `clean/`, 8 bits.
        EIGHT,
        /// `noisy16/` and `clean16/`, 16 bits, never compressed.
        SIXTEEN,
        /// All four, of the same noise.
        BOTH;

        boolean has8() {
            return this != SIXTEEN;
        }

        boolean has16() {
            return this != EIGHT;
        }
    }
}
