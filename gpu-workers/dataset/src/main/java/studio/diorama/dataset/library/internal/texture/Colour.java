package studio.diorama.dataset.library.internal.texture;

/// An sRGB-encoded colour, as a painter mixes it by eye; components from 0 to 1.
///
/// @param red encoded red
/// @param green encoded green
/// @param blue encoded blue
public record Colour(double red, double green, double blue) {

    /// From six hexadecimal digits, 0xRRGGBB.
    public static Colour hex(int rgb) {
        return new Colour((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    /// The colour that lies the fraction `t` of the way to `other`.
    public Colour mix(Colour other, double t) {
        return new Colour(
                red + (other.red - red) * t, green + (other.green - green) * t, blue + (other.blue - blue) * t);
    }

    /// Brighter or darker by a factor, clipped at white.
    public Colour times(double factor) {
        return new Colour(Math.min(red * factor, 1), Math.min(green * factor, 1), Math.min(blue * factor, 1));
    }

    /// The three components with the sRGB curve undone (IEC 61966-2-1).
    public float[] linear() {
        return new float[] {(float) linear(red), (float) linear(green), (float) linear(blue)};
    }

    private static double linear(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : StrictMath.pow((encoded + 0.055) / 1.055, 2.4);
    }
}
