package studio.diorama.geometry;

/// What a texture shows beyond its own rim.
public enum TextureWrap {
    REPEAT,
    MIRRORED_REPEAT,
    CLAMP_TO_EDGE
}
