package studio.diorama.dataset.library;

import static java.util.Objects.requireNonNull;

import studio.diorama.geometry.Texture;

/// The three pictures of a procedural texture; each repeats without a seam.
///
/// @param baseColour sRGB colour and alpha
/// @param normal tangent-space normals, green upwards
/// @param metallicRoughness green is roughness, blue metallic
public record TextureMaps(Texture baseColour, Texture normal, Texture metallicRoughness) {

    public TextureMaps {
        requireNonNull(baseColour, "baseColour is null");
        requireNonNull(normal, "normal is null");
        requireNonNull(metallicRoughness, "metallicRoughness is null");
    }
}
