package studio.diorama.render;

/// How an object appears in the labels. In colour it always appears.
public enum LabelMode {
    /// The object owns the pixels where it is nearest.
    SURFACE,
    /// Labels look through the object at what is behind it.
    THROUGH,
    /// The object hides what is behind it and is itself background: ids are 0, geometry is kept.
    NONE
}
