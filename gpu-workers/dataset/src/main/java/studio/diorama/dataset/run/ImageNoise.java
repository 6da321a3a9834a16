package studio.diorama.dataset.run;

import studio.diorama.dataset.frame.ResolvedNoise;

/// What a sensor adds to a finished picture: the last step, after the tone map.
public interface ImageNoise {

    /// The name that scenes use, such as `poissonGaussian`.
    String model();

    /// Checks parameters before the first frame is drawn.
    ///
    /// @throws studio.diorama.common.DioramaException where one is missing, unknown or out of range
    void check(ResolvedNoise parameters);

    /// A noisy picture. The same arguments give the same numbers, on any thread.
    ///
    /// @param rgb (height × width) sRGB, packed 0x00RRGGBB; not changed
    int[] apply(int width, int height, int[] rgb, ResolvedNoise parameters);
}
