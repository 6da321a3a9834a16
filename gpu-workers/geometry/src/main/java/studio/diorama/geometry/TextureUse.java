package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import org.joml.Vector2d;
import org.joml.Vector2dc;

/// A texture, and how it is laid out on the texture coordinates (`KHR_texture_transform`).
///
/// @param texture what is laid
/// @param wrapS beyond the left and right rim
/// @param wrapT beyond the upper and lower rim
/// @param filter between texels
/// @param offset added last, in texture widths and heights
/// @param scale multiplied first
/// @param rotation radians that the coordinates turn counter-clockwise as the texture is seen, so the picture
/// clockwise
public record TextureUse(
        Texture texture,
        TextureWrap wrapS,
        TextureWrap wrapT,
        TextureFilter filter,
        Vector2dc offset,
        Vector2dc scale,
        double rotation) {

    public TextureUse {
        requireNonNull(texture, "texture is null");
        requireNonNull(wrapS, "wrapS is null");
        requireNonNull(wrapT, "wrapT is null");
        requireNonNull(filter, "filter is null");
        offset = new Vector2d(requireNonNull(offset, "offset is null"));
        scale = new Vector2d(requireNonNull(scale, "scale is null"));
        if (!offset.isFinite() || !scale.isFinite() || !Double.isFinite(rotation)) {
            throw new IllegalArgumentException("finite texture transform expected, got offset %s, scale %s, rotation %s"
                    .formatted(offset, scale, rotation));
        }
    }

    /// Laid once, as the coordinates say, repeating and smooth.
    public static TextureUse of(Texture texture) {
        return new TextureUse(
                texture,
                TextureWrap.REPEAT,
                TextureWrap.REPEAT,
                TextureFilter.LINEAR,
                new Vector2d(),
                new Vector2d(1),
                0);
    }

    public TextureUse withTexture(Texture other) {
        return new TextureUse(other, wrapS, wrapT, filter, offset, scale, rotation);
    }

    public TextureUse withWrap(TextureWrap s, TextureWrap t) {
        return new TextureUse(texture, s, t, filter, offset, scale, rotation);
    }

    public TextureUse withFilter(TextureFilter other) {
        return new TextureUse(texture, wrapS, wrapT, other, offset, scale, rotation);
    }

    public TextureUse withTransform(Vector2dc newOffset, Vector2dc newScale, double newRotation) {
        return new TextureUse(texture, wrapS, wrapT, filter, newOffset, newScale, newRotation);
    }

    /// Where the mesh's coordinates (u, v) lie in the texture: offset + turn · (scale · uv).
    public Vector2d place(double u, double v) {
        double cos = Math.cos(rotation);
        double sin = Math.sin(rotation);
        double x = u * scale.x();
        double y = v * scale.y();
        return new Vector2d(offset.x() + cos * x + sin * y, offset.y() - sin * x + cos * y);
    }
}
