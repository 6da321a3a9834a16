/// Camera noise: what a real camera adds to a clean photograph, learnt from pairs.
package studio.diorama.models.cameranoise;
