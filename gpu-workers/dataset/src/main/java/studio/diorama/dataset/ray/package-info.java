/// Rays against triangles in double precision, with nothing of the renderer: what the labels are checked against, and
/// how a scene finds out that things intersect before it is drawn.
package studio.diorama.dataset.ray;
