/// Cameras that do not exist, from photons to JPEG, as a source of pairs with known truth.
package studio.diorama.models.cameranoise.simulator;
