/// One frame with every value fixed: what a manifest keeps, what is rendered, and what labels are checked against.
///
/// [studio.diorama.dataset.frame.ResolvedFrame] holds all of it and goes to `frame.json` and back through
/// [studio.diorama.dataset.frame.FrameJson] without losing a bit.
package studio.diorama.dataset.frame;
