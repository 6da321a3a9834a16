/// The parts of PLY reading; not for other modules.
package studio.diorama.geometry.internal.ply;
