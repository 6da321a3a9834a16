package studio.diorama.dataset.library.internal.texture;

/// One layer of a lawn: a blade in each cell of a grid that repeats, drawn once so that texels only look.
final class BladeLayer {

    private static final Colour GREEN = Colour.hex(0x5C8431);
    private static final Colour YELLOW = Colour.hex(0x9AA84D);

    private record Blade(double x, double y, double cos, double sin, double rank) {}

    private final int cells;
    private final double brightness;
    private final Blade[] blades;

    /// @param brightness of the layer; higher ones get more light
    BladeLayer(TilingNoise noise, int cells, double brightness) {
        this.cells = cells;
        this.brightness = brightness;
        blades = new Blade[cells * cells];
        for (int j = 0; j < cells; j++) {
            for (int i = 0; i < cells; i++) {
                double angle = 2 * StrictMath.PI * noise.cell(i, j);
                blades[j * cells + i] = new Blade(
                        noise.cell(i + 500, j),
                        noise.cell(i, j + 500),
                        StrictMath.cos(angle),
                        StrictMath.sin(angle),
                        noise.cell(i + 900, j + 900));
            }
        }
    }

    /// The colour of the blade on top, or null between blades.
    Colour at(double u, double v) {
        double x = u * cells;
        double y = v * cells;
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        Colour found = null;
        double highest = -1;
        for (int j = y0 - 1; j <= y0 + 1; j++) {
            for (int i = x0 - 1; i <= x0 + 1; i++) {
                Blade blade = blades[Math.floorMod(j, cells) * cells + Math.floorMod(i, cells)];
                double dx = x - i - blade.x;
                double dy = y - j - blade.y;
                double along = (dx * blade.cos + dy * blade.sin) / 0.95;
                double bend = 0.14 * along * along;
                double across = Math.abs(dy * blade.cos - dx * blade.sin + bend);
                boolean covers = Math.abs(along) < 1 && across < 0.13 * (1 - 0.6 * Math.abs(along));
                if (covers && blade.rank > highest) {
                    highest = blade.rank;
                    double light = brightness - 0.6 * across + 0.12 * along;
                    found = GREEN.mix(YELLOW, blade.rank * blade.rank * 0.8).times(light);
                }
            }
        }
        return found;
    }
}
