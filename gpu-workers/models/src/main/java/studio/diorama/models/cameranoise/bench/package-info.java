/// Measures the models, and makes the profiles that ship.
///
/// Start reading at [studio.diorama.models.cameranoise.bench.NoiseBenchmark] (speed, noise beside held-out noise,
/// telling cameras apart, ISOs between stops) or at [studio.diorama.models.cameranoise.bench.DenoiserBenchmark] (what
/// noise is worth for training). To add a model: a [studio.diorama.models.cameranoise.bench.Contender].
package studio.diorama.models.cameranoise.bench;
