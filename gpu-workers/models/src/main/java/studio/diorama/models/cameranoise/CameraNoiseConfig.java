package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import studio.diorama.common.Seed;

/// What one job of the camera noise pipeline does to all its pictures.
///
/// @param model the law
/// @param profile the camera
/// @param iso the ISO of each picture
/// @param seed the root; a picture's own seed is `seed.child("image/" + name)`, so it never depends on other pictures
/// @param depth which files are written
/// @param compress whether 8-bit noisy pictures go through the camera's JPEG; on, because its noise went through it
/// too
/// @param threads how many threads share one picture's rows
public record CameraNoiseConfig(
        NoiseModel model,
        CameraProfile profile,
        IsoChoice iso,
        Seed seed,
        OutputDepth depth,
        boolean compress,
        int threads) {

    public CameraNoiseConfig {
        requireNonNull(model, "model is null");
        requireNonNull(profile, "profile is null");
        requireNonNull(iso, "iso is null");
        requireNonNull(seed, "seed is null");
        requireNonNull(depth, "depth is null");
        // Refuse before the first picture what would be refused at some later one.
        switch (iso) {
            case IsoChoice.Fixed fixed -> new NoiseCondition(profile, fixed.iso());
            case IsoChoice.Range range -> {
                new NoiseCondition(profile, range.lowest());
                new NoiseCondition(profile, range.highest());
            }
            case IsoChoice.AsInPhoto _ -> {}
        }
        new NoiseOptions(seed, 8, compress, threads, 0, 0);
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
