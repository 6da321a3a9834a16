package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

/// A picture to be laid on a surface. Whether its bytes are sRGB or plain numbers is said by where it is used.
///
/// @param name for people; may be empty
/// @param width texels per row, at least 1
/// @param height rows, at least 1
/// @param rgba (height × width × 4) unsigned bytes, rows from the top, alpha not multiplied in
public record Texture(String name, int width, int height, byte[] rgba) {

    public Texture {
        requireNonNull(name, "name is null");
        requireNonNull(rgba, "rgba is null");
        if (width < 1 || height < 1 || rgba.length != (long) width * height * 4) {
            throw new IllegalArgumentException(
                    "%d × %d × 4 bytes expected, got %d".formatted(width, height, rgba.length));
        }
    }

    /// A single texel.
    public static Texture plain(String name, int red, int green, int blue, int alpha) {
        return new Texture(name, 1, 1, new byte[] {(byte) red, (byte) green, (byte) blue, (byte) alpha});
    }

    /// Whether any texel lets something behind it show.
    public boolean hasAlpha() {
        for (int i = 3; i < rgba.length; i += 4) {
            if (rgba[i] != (byte) 255) {
                return true;
            }
        }
        return false;
    }

    /// Two textures are equal only if they are the same object: comparing texels would cost more than it tells.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Texture[%s, %d × %d]".formatted(name, width, height);
    }
}
