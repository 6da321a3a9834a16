/// Measures the models, and makes the profiles that ship.
package studio.diorama.models.cameranoise.bench;
