/// Weights in and out, with the JDK and a JSON parser alone; nothing here knows DJL or a device.
///
/// [NamedTensors] is what a network's weights are at rest: names, types, shapes and bytes. [SafetensorsFile] keeps
/// them in Hugging Face's safetensors format, which holds numbers and cannot hold code. [TorchCheckpointFile] imports
/// the `.pth` files of others: those are Python pickles, programs by nature, so an own reader runs only what builds
/// tensors and plain values, and refuses everything else by its name.
///
/// Reading order: [TensorType], [StoredTensor], [NamedTensors], [SafetensorsFile]; then [TorchValue],
/// [TorchCheckpointFile], `TorchArchive` (the zip), `TorchUnpickler` (the program), `TorchTensors` (its tensors).
package studio.diorama.tensor.weights;
