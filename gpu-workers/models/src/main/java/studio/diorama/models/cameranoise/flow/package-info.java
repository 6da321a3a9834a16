/// The noise flow: a normalizing flow that has learnt what a camera adds to a clean picture.
///
/// After Kousha, Maleky, Brown, Brubaker: *Modeling sRGB Camera Noise with Normalizing Flows*, CVPR 2022 (arXiv
/// 2206.04812). `paper` is their network; `small` is ours: it sees the clean pixel in its affine law, and a
/// checkerboard coupling gives it the spatial correlation that demosaicing and JPEG leave in noise.
///
/// The idea in ten lines:
///
/// 1. Noise n = noisy − clean is turned by invertible steps into independent standard normal numbers z.
/// 2. Each step's Jacobian is triangular or tiny, so the density of n is that of z times a product of scales.
/// 3. Training raises that density on real pairs (`small` also brings draws near to them in amount and grain); drawing
/// runs the steps backwards from random z.
/// 4. Codes are integers: uniform numbers spread them over their interval first, else densities would be infinite.
/// 5. An affine step (CL2 or SA) takes out what camera, ISO and light say about the level of noise.
/// 6. A coupling keeps some samples and lets them, with the clean picture, decide an affine law for the others:
/// 7. CAC splits channels after mixing them with an invertible 3×3 matrix, K splits pixels as a checkerboard does.
/// 8. What camera and ISO say to a coupling is one number in `paper`, its gate; in `small` also what its features are.
/// 9. Every layer is a convolution, so a flow trained on patches draws on pictures of any size.
/// 10. z belongs to places, so a tile with its halo gives the bits of the whole.
///
/// ```
/// noisy, clean codes (N, 3, H, W) ─ dequantise ─ n (N, 3, H, W)
///   small:  [SA ─ K ─ W ─ CAC ─ W ─ CAC] × 4 ─ z (N, 3, H, W), log-determinant (N)
///   paper:  [CL2    ─ W ─ CAC ─ W ─ CAC] × 4
/// ```
///
/// Reading order: `FlowPreset`, `FlowConfig`, `FlowStep`; `FlowBatch`, `FlowNetwork` and its layers
/// `SignalDependentAffine`, `ConditionalLinear`, `InvertibleMixing`, `CouplingNetwork`, `ConditionalAffineCoupling`,
/// `CheckerboardCoupling`, `ConditionGate`, `BorderRing`; `FlowLosses`, `FlowMoments`, `FlowData`, `FlowTrainer`;
/// `FlowWeightsFile`, `OfficialCheckpoint`; `FlowPipeline` with `FlowSampler`, `FlowLevels`, `FlowLikelihood`,
/// `FlowScore`; `FlowMetrics`.
/// The package `cpu` is the engine that draws and judges.
package studio.diorama.models.cameranoise.flow;
