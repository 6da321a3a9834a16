/// The loop that trains every model: progress, loss curves, validation with averaged parameters, early stop,
/// checkpoints that go on bit for bit. A model brings a [TrainingTask]; [TrainingLoop] does the rest.
///
/// A training has a folder:
///
/// | file | what |
/// |---|---|
/// | `checkpoint.safetensors` | where it stands: parameters, their average, the optimiser, the best so far |
/// | `best.safetensors` | the averaged parameters that validated best: what is published |
/// | `curve.jsonl` | a line for each point of the loss curves, appended while it runs |
package studio.diorama.tensor.training;
