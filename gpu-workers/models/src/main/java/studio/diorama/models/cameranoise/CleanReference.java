package studio.diorama.models.cameranoise;

/// What a clean picture is to its noisy partner, which decides where the noise has mean zero.
///
/// Noise that is symmetric in light is not so in file values: the tone curve bends, and 0 and 255 clip. The fit tells
/// the two cases apart by the measured mean of the noise.
public enum CleanReference {
    /// The picture that the camera would give without noise. Noisy pictures are darker on average where the tone curve
    /// bends, and biased inwards at both ends.
    NOISE_FREE,
    /// The mean of many noisy files of one scene, as most real sets have it: the noise has mean zero in file values.
    MEAN_OF_FILES
}
