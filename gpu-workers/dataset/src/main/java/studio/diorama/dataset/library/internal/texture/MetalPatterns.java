package studio.diorama.dataset.library.internal.texture;

import studio.diorama.common.Seed;

/// Metal, bare, painted and neglected.
public final class MetalPatterns {

    private MetalPatterns() {}

    /// Bare metal brushed along v; the tile is 0.3 m.
    public static Pattern brushed(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double streak = 0.6 * noise.perlin(u, v, 240, 3) + 0.4 * noise.perlin(u, v, 120, 2);
            double cloud = noise.fractal(u, v, 3, 2, 3);
            Colour colour = Colour.hex(0xC9CBCC).times(1 + 0.06 * streak + 0.02 * cloud);
            return new Texel(colour, 0.012 * streak, 0.3 + 0.1 * streak + 0.04 * cloud, 1, 1);
        };
    }

    /// Sprayed paint with its fine orange peel, pale so that a material's colour factor dyes it; the tile is 0.5 m.
    public static Pattern painted(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double peel = noise.fractal(u, v, 70, 70, 2);
            double dust = noise.fractal(u, v, 4, 4, 4);
            Colour colour = Colour.hex(0xF4F4F2).times(1 + 0.015 * dust);
            return Texel.of(colour, 0.035 * peel, 0.32 + 0.05 * dust);
        };
    }

    /// Grey-green paint that rust has eaten; the tile is 1 m.
    public static Pattern rusty(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        TilingNoise detail = new TilingNoise(seed.child("detail"));
        return (u, v) -> {
            double field = noise.fractal(u, v, 4, 4, 6);
            double rust = TilingNoise.step(0.02, 0.1, field);
            double rim = TilingNoise.step(-0.12, 0.02, field);
            double grain = detail.fractal(u, v, 40, 40, 4);
            Colour paint = Colour.hex(0x6C7F80).times(1 + 0.06 * noise.fractal(u, v, 3, 3, 3));
            Colour oxide = Colour.hex(0x7A3B1B)
                    .mix(Colour.hex(0xB4622B), TilingNoise.step(-0.3, 0.5, grain))
                    .mix(Colour.hex(0x3E2116), TilingNoise.step(0.25, 0.55, field));
            Colour colour = paint.mix(Colour.hex(0x8A6A4C), 0.55 * rim).mix(oxide, rust);
            double height = 0.5 * (1 - rust) + 0.35 * rust * grain;
            return new Texel(colour, height, 0.4 + 0.48 * rust + 0.06 * grain, 0.15 * rust, 1);
        };
    }
}
