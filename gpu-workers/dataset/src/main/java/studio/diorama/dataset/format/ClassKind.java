package studio.diorama.dataset.format;

/// Whether a class is counted or only covered.
public enum ClassKind {
    /// Countable: each object is an instance (a mug).
    THING,
    /// Uncountable: all of a frame is one segment (floor, sky).
    STUFF
}
