package studio.diorama.models.cameranoise;

import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// A law of what a camera adds to a clean picture, which can be drawn from and which can judge.
///
/// Every model takes any picture size and any ISO within the range of its profile. What it draws is keyed on
/// (seed, x, y, channel) alone, so a picture cut in tiles gives the same bytes as the whole, in any order and on any
/// number of threads.
public interface NoiseModel {

    /// The name that jobs, manifests and reports use: `isotropic`, `heteroscedastic`.
    String name();

    /// How far, in pixels, a sample's noise depends on its clean neighbours. A tile must carry this border on each
    /// side where the picture goes on, to come out as in the whole.
    default int haloPixels() {
        return 0;
    }

    /// Draws one noisy version of `clean`.
    ///
    /// @param clean 8 or 16 bits, sRGB encoded
    /// @return the noisy picture in the bit depth of `options`, and the map of its predicted standard deviation
    /// @throws studio.diorama.common.DioramaException where the condition cannot be served or it was cancelled
    NoisyImage apply(
            RgbImage clean,
            NoiseCondition condition,
            NoiseOptions options,
            Cancellation cancellation,
            ProgressSink progress);

    /// How surprised the model is by a real pair: the mean over all samples of −ln p(noisy | clean), in nats per
    /// dimension, of the 8-bit picture dequantised with uniform noise (one code is one unit). Lower is better.
    ///
    /// Compression is not part of the density: the pair is judged as if it had never been compressed.
    double negativeLogLikelihood(Rgb8Image clean, Rgb8Image noisy, NoiseCondition condition);
}
