package studio.diorama.geometry;

/// What alpha means.
public enum AlphaMode {
    /// Nothing.
    OPAQUE,
    /// Below the cut-off there is a hole, above it there is none.
    MASK,
    /// The share of what lies behind that is hidden.
    BLEND
}
