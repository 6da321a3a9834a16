/// A small denoiser, to ask what training pictures with drawn noise are worth: the nearer that noise is to a camera's,
/// the better the denoiser cleans that camera's pictures.
///
/// A residual network as in Zhang, Zuo, Chen, Meng, Zhang: *Beyond a Gaussian Denoiser: Residual Learning of Deep CNN
/// for Image Denoising* (2017, arXiv 1608.03981), smaller and without batch norm.
///
/// ```
/// noisy (N, 3, H, W) ─┬─ conv 3-24 ─ ReLU ─ [conv 24-24 ─ ReLU] × 6 ─ conv 24-3 ─┐
///                     └──────────────────────────────────────────────────────── − ─ clean (N, 3, H, W)
/// ```
///
/// Read [studio.diorama.models.cameranoise.denoiser.DenoiserConfig],
/// [studio.diorama.models.cameranoise.denoiser.ResidualCnn],
/// [studio.diorama.models.cameranoise.denoiser.DenoiserTrainer], then
/// [studio.diorama.models.cameranoise.denoiser.PictureQuality].
package studio.diorama.models.cameranoise.denoiser;
