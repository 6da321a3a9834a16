package studio.diorama.geometry;

/// How a colour between texels is found.
public enum TextureFilter {
    /// Mixed from the texels around.
    LINEAR,
    /// That of the nearest texel.
    NEAREST
}
