package studio.diorama.dataset.library.internal.texture;

import studio.diorama.common.Seed;

/// Woven, grown and pressed sheets; cloth and leather are pale so that a material's colour factor dyes them.
public final class ClothPatterns {

    private ClothPatterns() {}

    /// Plain weave of 64 by 64 threads; the tile is 0.16 m.
    public static Pattern weave(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        int threads = 64;
        return (u, v) -> {
            double x = u * threads + 0.12 * noise.perlin(u, v, 40, 40);
            double y = v * threads + 0.12 * noise.perlin(u, v, 37, 41);
            int column = Math.floorMod((int) Math.floor(x), threads);
            int row = Math.floorMod((int) Math.floor(y), threads);
            double dx = 2 * (x - Math.floor(x)) - 1;
            double dy = 2 * (y - Math.floor(y)) - 1;
            boolean warpOnTop = (column + row) % 2 == 0;
            double across = warpOnTop ? dx : dy;
            double along = warpOnTop ? dy : dx;
            double bump = Math.sqrt(Math.max(0, 1 - across * across)) * (0.55 + 0.45 * Math.sqrt(1 - along * along));
            double tone = 0.88 + 0.14 * noise.cell(warpOnTop ? column : -9, warpOnTop ? -7 : row);
            double fuzz = noise.perlin(u, v, 160, 160);
            Colour colour = Colour.hex(0xEFECE6).times((0.62 + 0.38 * bump) * tone * (1 + 0.06 * fuzz));
            return Texel.of(colour, 0.5 * bump + 0.05 * fuzz, 0.93);
        };
    }

    /// Pebbled leather; the tile is 0.25 m.
    public static Pattern leather(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double warp = 0.012 * noise.fractal(u, v, 10, 10, 2);
            TilingNoise.Cells pebble = noise.worley(u + warp, v - warp, 56, 56);
            double groove = TilingNoise.step(0, 0.28, pebble.second() - pebble.first());
            double cloud = noise.fractal(u, v, 3, 3, 4);
            Colour colour = Colour.hex(0xE2DCD4).times((0.7 + 0.3 * groove) * (1 + 0.09 * cloud));
            return Texel.of(colour, 0.28 * groove - 0.1 * pebble.first(), 0.5 - 0.1 * groove + 0.08 * cloud);
        };
    }

    /// Brown board with fibres and the shadow of its flutes; the tile is 0.4 m.
    public static Pattern cardboard(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double fibre = noise.fractal(u, v, 14, 60, 3);
            double speck = TilingNoise.step(0.42, 0.62, noise.perlin(u, v, 70, 150));
            double flute = StrictMath.sin(2 * StrictMath.PI * 56 * u);
            double cloud = noise.fractal(u, v, 3, 3, 3);
            Colour colour = Colour.hex(0xB98F5E)
                    .times(1 + 0.06 * fibre + 0.05 * cloud + 0.012 * flute)
                    .mix(Colour.hex(0x8D693F), 0.3 * speck);
            return Texel.of(colour, 0.04 * flute + 0.03 * fibre, 0.88);
        };
    }

    /// Short fur that lies along v; the tile is 0.3 m.
    public static Pattern fur(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double wave = 0.02 * noise.fractal(u, v, 4, 4, 3);
            double hair = noise.perlin(u + wave, v, 110, 16) + 0.6 * noise.perlin(u - wave, v + wave, 200, 26);
            double cloud = noise.fractal(u, v, 4, 3, 4);
            Colour colour = Colour.hex(0xDDD6CC).times(1 + 0.2 * hair + 0.14 * cloud);
            return Texel.of(colour, 0.4 * hair, 0.85);
        };
    }
}
