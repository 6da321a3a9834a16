package studio.diorama.models.cameranoise.denoiser;

/// How long and on what a denoiser is trained: Adam from a rate of 1e-3 along half a cosine to a hundredth of it.
///
/// @param steps of the optimiser
/// @param batch patches of a step
/// @param patch pixels of a patch's side
public record DenoiserSchedule(long steps, int batch, int patch) {

    static final double FIRST_RATE = 1e-3;
    static final double LAST_RATE = 1e-5;

    public DenoiserSchedule {
        if (steps < 1 || batch < 1 || patch < 1) {
            throw new IllegalArgumentException(
                    "a schedule needs a step, a patch and a pixel at least, got %d, %d and %d"
                            .formatted(steps, batch, patch));
        }
    }

    /// 16 patches of 64 × 64: two or three minutes for 600 steps on two cores.
    public static DenoiserSchedule of(long steps) {
        return new DenoiserSchedule(steps, 16, 64);
    }
}
