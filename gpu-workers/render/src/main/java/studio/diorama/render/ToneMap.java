package studio.diorama.render;

/// How exposed light becomes display light of 0..1, before the sRGB curve.
public enum ToneMap {
    /// Everything above 1 is white.
    CLIP,
    /// Reinhard et al., *Photographic Tone Reproduction* (2002), equation 4 with white at 4, on luminance.
    REINHARD,
    /// A film-like shoulder and toe, channel by channel.
    FILMIC
}
