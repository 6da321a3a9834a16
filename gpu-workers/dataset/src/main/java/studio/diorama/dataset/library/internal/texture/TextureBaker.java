package studio.diorama.dataset.library.internal.texture;

import studio.diorama.dataset.library.TextureMaps;
import studio.diorama.geometry.Texture;

/// Turns a pattern into pictures.
public final class TextureBaker {

    private TextureBaker() {}

    /// The maps of a pattern.
    ///
    /// @param size texels along each edge
    /// @param tileMetres the real edge of the tile, which makes slopes out of heights
    public static TextureMaps bake(String name, Pattern pattern, int size, double tileMetres) {
        byte[] colour = new byte[size * size * 4];
        byte[] surface = new byte[size * size * 4];
        double[] height = new double[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                Texel texel = pattern.at((x + 0.5) / size, (y + 0.5) / size);
                int at = (y * size + x) * 4;
                store(
                        colour,
                        at,
                        texel.colour().red(),
                        texel.colour().green(),
                        texel.colour().blue(),
                        texel.alpha());
                store(surface, at, 1, texel.roughness(), texel.metallic(), 1);
                height[y * size + x] = texel.height();
            }
        }
        return new TextureMaps(
                new Texture(name + " colour", size, size, colour),
                new Texture(name + " normal", size, size, normals(height, size, tileMetres)),
                new Texture(name + " roughness", size, size, surface));
    }

    private static byte[] normals(double[] height, int size, double tileMetres) {
        byte[] normals = new byte[size * size * 4];
        double perMillimetre = 0.5 * size / (tileMetres * 1000);
        for (int y = 0; y < size; y++) {
            int above = (y + size - 1) % size * size;
            int below = (y + 1) % size * size;
            for (int x = 0; x < size; x++) {
                double dx = height[y * size + (x + 1) % size] - height[y * size + (x + size - 1) % size];
                double dy = height[above + x] - height[below + x];
                double nx = -dx * perMillimetre;
                double ny = -dy * perMillimetre;
                double length = Math.sqrt(nx * nx + ny * ny + 1);
                store(normals, (y * size + x) * 4, half(nx / length), half(ny / length), half(1 / length), 1);
            }
        }
        return normals;
    }

    private static double half(double signed) {
        return signed * 0.5 + 0.5;
    }

    private static void store(byte[] to, int at, double red, double green, double blue, double alpha) {
        to[at] = (byte) Math.round(255 * Math.clamp(red, 0, 1));
        to[at + 1] = (byte) Math.round(255 * Math.clamp(green, 0, 1));
        to[at + 2] = (byte) Math.round(255 * Math.clamp(blue, 0, 1));
        to[at + 3] = (byte) Math.round(255 * Math.clamp(alpha, 0, 1));
    }
}
