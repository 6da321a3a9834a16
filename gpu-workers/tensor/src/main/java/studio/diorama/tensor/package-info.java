/// Arrays, gradients and operators on the CPU or a CUDA device: the only door to DJL and libtorch.
///
/// Read in this order: [ComputeDevice], [Scope] (who frees what), [Tensor], [Parameters], [GradientTape],
/// [Operators], [ScriptedFunction] (how an operator that DJL lacks is reached). Optimisers are in
/// [studio.diorama.tensor.optimise], the training loop in [studio.diorama.tensor.training], weights at rest in
/// [studio.diorama.tensor.weights].
///
/// ```
/// try (Parameters parameters = new Parameters(ComputeDevice.best())) {
///     try (Scope scope = Scope.open(parameters.device())) {
///         parameters.declare("weight", scope.ones(3, 2));
///     }
///     Adam adam = new Adam(parameters, AdamSettings.ADAM);
///     for (int step = 0; step < 100; step++) {
///         try (Scope scope = Scope.open(parameters.device());
///                 GradientTape tape = GradientTape.open(parameters)) {
///             Tensor loss = parameters.get("weight").square().sum();
///             adam.step(tape.backward(loss), 1e-2);
///         }
///     }
/// }
/// ```
package studio.diorama.tensor;
