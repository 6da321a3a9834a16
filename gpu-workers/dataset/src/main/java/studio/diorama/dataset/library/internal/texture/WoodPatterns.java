package studio.diorama.dataset.library.internal.texture;

import studio.diorama.common.Seed;

/// Wood: the grain runs along v.
public final class WoodPatterns {

    private WoodPatterns() {}

    /// The colours of a kind of wood.
    ///
    /// @param early the light wood of spring
    /// @param late the dark line of autumn
    /// @param pore the short dark strokes of its vessels
    /// @param pores how strongly they show
    public record Species(Colour early, Colour late, Colour pore, double pores) {

        /// Pale brown with clear strokes.
        public static final Species OAK =
                new Species(Colour.hex(0xC79A62), Colour.hex(0xA87644), Colour.hex(0x7A5330), 0.55);

        /// Dark and cool.
        public static final Species WALNUT =
                new Species(Colour.hex(0x7A5236), Colour.hex(0x4C301F), Colour.hex(0x35200F), 0.45);

        /// Yellow with strong rings and no pores.
        public static final Species PINE =
                new Species(Colour.hex(0xE3BE86), Colour.hex(0xC08A4C), Colour.hex(0xB07C45), 0.1);
    }

    /// A tile of one board.
    public static Pattern grain(Species species, Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        TilingNoise fibre = new TilingNoise(seed.child("fibre"));
        return (u, v) -> wood(species, noise, fibre, u, v, 14, 0);
    }

    /// A floor of boards that are an eighth of the tile wide and one tile long, their ends staggered.
    public static Pattern planks(Species species, Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        TilingNoise fibre = new TilingNoise(seed.child("fibre"));
        int boards = 8;
        double millimetres = 1200;
        return (u, v) -> {
            int board = Math.floorMod((int) Math.floor(u * boards), boards);
            double start = noise.cell(board, 77);
            double shift = noise.cell(board, 78);
            double across = (u * boards - Math.floor(u * boards)) / boards;
            double along = v - start - Math.floor(v - start);
            Texel wood = wood(species, noise, fibre, u + Math.floor(shift * 16) / 16, v + shift, 22, shift);
            double edge = Math.min(Math.min(across, 1.0 / boards - across), Math.min(along, 1 - along)) * millimetres;
            double gap = 1 - TilingNoise.step(0.8, 3.4, edge);
            double tint = 0.86 + 0.26 * noise.cell(board, 79);
            Colour colour = wood.colour().times(tint).mix(Colour.hex(0x1C120A), 0.85 * gap);
            return Texel.of(colour, wood.height() - 1.2 * gap, wood.roughness() + 0.3 * gap);
        };
    }

    private static Texel wood(
            Species species, TilingNoise noise, TilingNoise fibre, double u, double v, int rings, double phase) {
        double bend = 0.9 * noise.perlin(u, v, 2, 1) + 0.35 * noise.perlin(u, v, 5, 2);
        double wobble = 0.12 * noise.fractal(u, v, 12, 4, 3);
        double ring = u * rings + 2.6 * bend + wobble + phase;
        double part = ring - Math.floor(ring);
        // A year: light wood that slowly darkens, then a quick return.
        double dark = part < 0.85 ? StrictMath.pow(part / 0.85, 2.5) : 1 - TilingNoise.step(0.85, 1, part);
        double strand = fibre.fractal(u, v, 64, 4, 3);
        double vessel = TilingNoise.step(0.32, 0.6, fibre.perlin(u, v, 170, 14));
        double cloud = noise.fractal(u, v, 3, 2, 2);
        Colour colour = species.early
                .mix(species.late, 0.75 * dark)
                .times(1 + 0.09 * strand + 0.06 * cloud)
                .mix(species.pore, species.pores * vessel * (0.5 + 0.5 * dark));
        double height = -0.05 * dark - 0.12 * vessel * species.pores + 0.03 * strand;
        return Texel.of(colour, height, 0.48 + 0.1 * dark + 0.1 * vessel);
    }

    /// Bark: deep cracks between ridges that run along v.
    public static Pattern bark(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double warp = 0.05 * noise.fractal(u, v, 5, 4, 4);
            TilingNoise.Cells plates = noise.worley(u + warp, v + warp * 2, 16, 3);
            double crack = TilingNoise.step(0.02, 0.3, plates.second() - plates.first());
            double rough = noise.fractal(u, v, 16, 8, 4);
            Colour colour = Colour.hex(0x32271E)
                    .mix(Colour.hex(0x83705C), crack * (0.6 + 0.25 * plates.id()))
                    .times(1 + 0.35 * rough);
            return Texel.of(colour, 7 * crack + 2.5 * rough, 0.92);
        };
    }
}
