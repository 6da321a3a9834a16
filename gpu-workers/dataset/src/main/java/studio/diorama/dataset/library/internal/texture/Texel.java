package studio.diorama.dataset.library.internal.texture;

/// What a pattern says of one place.
///
/// @param colour the base colour
/// @param height above the surface's mean level, in millimetres; the normal map comes from it
/// @param roughness perceptual roughness, 0 to 1
/// @param metallic 0 for everything but bare metal
/// @param alpha 1 where there is something
public record Texel(Colour colour, double height, double roughness, double metallic, double alpha) {

    /// An opaque place that is no metal.
    public static Texel of(Colour colour, double height, double roughness) {
        return new Texel(colour, height, roughness, 0, 1);
    }
}
