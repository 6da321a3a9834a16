/// Arrays, gradients, optimisers, checkpoints and the training loop: the only door to DJL and libtorch.
package studio.diorama.tensor;
