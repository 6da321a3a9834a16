/// Where a noise model's training examples come from.
///
/// Three ways lead to clean/noisy pairs: [SiddFolder] imports a published dataset with its published split;
/// [BurstFolder], [CleanEstimate] and [BurstPairs] make pairs of a burst of a static scene; [SimulatedPairs] renders
/// scenes of its own ([ProceduralScene]) and photographs them with synthetic sensors, so that nothing of anybody else
/// is needed. [NoisePatches] cuts the patches of a training step out of any of them, the same ones for the same seed
/// and step.
///
/// Reading order: `PairSource`, `NoisePatches`, `PatchBatch`; `SimulatedPairs`, `ProceduralScene`; `FilePairs`,
/// `SiddFolder`; `BurstFolder`, `BurstAlignment`, `TranslationEstimate`, `CleanEstimate`, `FrameCheck`, `BurstPairs`.
package studio.diorama.models.cameranoise.data;
