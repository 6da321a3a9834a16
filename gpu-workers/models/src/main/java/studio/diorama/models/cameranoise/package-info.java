/// Camera noise: what a real camera adds to a clean photograph, learnt from clean/noisy pairs and added to any
/// picture.
///
/// The pipeline follows Kousha, Maleky, Brown, Brubaker: *Modeling sRGB Camera Noise with Normalizing Flows*, CVPR
/// 2022 (arXiv 2206.04812). Here are the two classical models that their flow is measured against; the flow itself, in
/// its own package, is a [studio.diorama.models.cameranoise.NoiseModel] too. The heteroscedastic one is that of Foi,
/// Trimeche, Katkovnik, Egiazarian: *Practical Poissonian-Gaussian noise modeling and fitting for single-image
/// raw-data*, IEEE Transactions on Image Processing 2008.
///
/// The idea in ten lines:
///
/// - Noise is born in light, not in file values: photons are counted (variance k·x), the sensor is read (variance r²).
/// - So a clean picture goes back to light through the inverse tone curve and white balance,
/// - gets N(0, k·x + r²) per channel, and returns through white balance, clipping, tone curve, rounding and JPEG.
/// - k and r² belong to one camera at one ISO; between fitted ISOs they are interpolated in log ISO.
/// - They come from pairs: variance over clean intensity, bin by bin, fitted robustly;
/// - then the model itself is run over the clean pictures and corrected until the bins agree after the whole pipeline,
///   because rounding, clipping and JPEG change what can be measured.
/// - Where the sRGB curve fits badly, the camera's own is found in its noise: photon noise is even in √light.
/// - Every sample's number is a hash of (seed, x, y, channel): tiles equal the whole, threads do not matter.
/// - A level map states the deviation of every sample, so a denoiser can be told, and labels stay exact.
/// - Four published divergences, noise by intensity, autocorrelation and channel correlation judge the result.
///
/// ```
/// clean (H, W, 3) 8/16 bits → light (H, W, 3) → + sigma(light) · z(seed, x, y, c) → codes (H, W, 3) → JPEG → noisy
///                                    └── level map (H, W, 3) 16 bits, 1/256 of an 8-bit code
/// ```
///
/// Reading order: `CameraProfile`, `NoiseModel`, `LinearLightGaussian`, `NoiseTables`, `CounterGaussian`,
/// `ToneEncoder`; `CameraNoisePipeline`, `PairedDatasetWriter`; then the packages `fit` (`NoiseFit`, `IsoFit`,
/// `ToneCurveEstimate`), `metrics` (`NoiseDivergence`, `NoiseComparison`), `simulator` (`CameraSimulator`),
/// `data` (`NoisePatches`, `BurstPairs`), `flow` (`FlowPipeline`), `calibration` (`NoiseCalibration`), `denoiser` and
/// `bench`.
package studio.diorama.models.cameranoise;
