/// How training changes parameters: Adam, clipping, learning-rate schedules, averaging.
package studio.diorama.tensor.optimise;
