/// Label formats: a dataset's frames as the files that training code reads.
///
/// Start with [studio.diorama.dataset.format.LabelFormat], the list of formats, and
/// [studio.diorama.dataset.format.LabelWriter], what each of them does. What they are fed is a
/// [studio.diorama.dataset.format.LabelledFrame] with its [studio.diorama.dataset.format.LabelledObject]s, in
/// Diorama's own conventions; each writer states at its top how its format differs.
///
/// Conventions of everything fed in: pixels are counted from the top left, pixel centres lie at +0.5, boxes are
/// half-open in pixel edges; lengths are metres; the world is glTF's (right-handed, +Y up); a camera's `[R|t]` is
/// OpenCV's (x right, y down, z forward).
package studio.diorama.dataset.format;
