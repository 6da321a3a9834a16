package studio.diorama.geometry;

/// What of a node an animation changes.
public enum AnimationTarget {
    /// Metres, 3 numbers.
    TRANSLATION,
    /// A quaternion x, y, z, w.
    ROTATION,
    /// Factors, 3 numbers.
    SCALE,
    /// One number for each morph target.
    WEIGHTS
}
