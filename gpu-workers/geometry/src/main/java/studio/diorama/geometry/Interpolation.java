package studio.diorama.geometry;

/// How a value between two keys is found.
public enum Interpolation {
    /// On the straight line between them; rotations on the shorter arc.
    LINEAR,
    /// The earlier key's.
    STEP,
    /// By Hermite's cubic: each key is an in-tangent, a value and an out-tangent.
    CUBICSPLINE
}
