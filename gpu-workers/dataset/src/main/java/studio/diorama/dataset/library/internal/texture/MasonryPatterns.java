package studio.diorama.dataset.library.internal.texture;

import studio.diorama.common.Seed;

/// What walls and roads are made of.
public final class MasonryPatterns {

    private MasonryPatterns() {}

    /// Four bricks by twelve courses in a running bond; the tile is 0.9 m, a brick 215 mm by 65 mm in 10 mm of mortar.
    public static Pattern bricks(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double y = v * 12;
            int course = Math.floorMod((int) Math.floor(y), 12);
            double x = u * 4 + (course % 2) * 0.5;
            int brick = Math.floorMod((int) Math.floor(x), 4);
            double dx = Math.abs(x - Math.floor(x) - 0.5) * 225 - 107.5;
            double dy = Math.abs(y - Math.floor(y) - 0.5) * 75 - 32.5;
            double ragged = 2.2 * noise.fractal(u, v, 24, 24, 3);
            // Rounded-box distance of the brick's face, in millimetres, negative inside.
            double cx = Math.max(dx + 4, 0);
            double cy = Math.max(dy + 4, 0);
            double edge = Math.sqrt(cx * cx + cy * cy) + Math.min(Math.max(dx + 4, dy + 4), 0) - 4 + ragged;
            double solid = 1 - TilingNoise.step(-2.5, 1.5, edge);
            double kind = noise.cell(brick + 11, course + 5);
            double other = noise.cell(brick + 41, course + 9);
            double grit = noise.fractal(u, v, 48, 48, 3);
            double stain = noise.fractal(u, v, 6, 8, 3);
            Colour clay = Colour.hex(0x8E3B2A)
                    .mix(Colour.hex(0xB5603E), kind)
                    .mix(Colour.hex(0x5B2E28), other > 0.84 ? 0.7 : 0.0)
                    .times(1 + 0.16 * grit + 0.16 * stain);
            Colour mortar = Colour.hex(0xB4AC9F).times(0.95 + 0.14 * grit + 0.08 * stain);
            double height = 5 * solid + (0.5 + 0.3 * solid) * grit + 0.6 * solid * stain;
            return Texel.of(mortar.mix(clay, solid), height, 0.93 - 0.08 * solid);
        };
    }

    /// Four by four glazed tiles of 147 mm with 3 mm of grout; the tile is 0.6 m.
    public static Pattern tiles(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double x = u * 4;
            double y = v * 4;
            int column = Math.floorMod((int) Math.floor(x), 4);
            int row = Math.floorMod((int) Math.floor(y), 4);
            double dx = Math.abs(x - Math.floor(x) - 0.5) * 150 - 73.5;
            double dy = Math.abs(y - Math.floor(y) - 0.5) * 150 - 73.5;
            double edge = Math.max(dx, dy);
            double glaze = 1 - TilingNoise.step(-0.6, 0.5, edge);
            double pillow = 1 - TilingNoise.step(-5, 0, edge);
            double cloud = noise.fractal(u, v, 8, 8, 3);
            double tint = 0.97 + 0.05 * noise.cell(column, row);
            Colour body = Colour.hex(0xE6E2D8).times(tint + 0.015 * cloud);
            Colour grout = Colour.hex(0x98938A).times(1 + 0.15 * noise.fractal(u, v, 64, 64, 2));
            return Texel.of(grout.mix(body, glaze), 1.1 * pillow + 0.03 * cloud, 0.85 - 0.72 * glaze);
        };
    }

    /// Cast concrete: clouds, fine sand and a few air holes.
    public static Pattern concrete(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        TilingNoise holes = new TilingNoise(seed.child("holes"));
        return (u, v) -> {
            double cloud = noise.fractal(u, v, 3, 3, 5);
            double sand = noise.perlin(u, v, 180, 180);
            TilingNoise.Cells pit = holes.worley(u, v, 26, 26);
            double radius = pit.id() > 0.72 ? 0.04 + 0.3 * (pit.id() - 0.72) : 0;
            double hole = radius == 0 ? 0 : 1 - TilingNoise.step(radius * 0.7, radius * 1.3, pit.first());
            Colour colour = Colour.hex(0xA3A19B).times(1 + 0.14 * cloud + 0.05 * sand - 0.38 * hole);
            return Texel.of(colour, 0.7 * cloud + 0.15 * sand - 1.8 * hole, 0.86 + 0.06 * cloud);
        };
    }

    /// Painted plaster with the trace of the roller.
    public static Pattern plaster(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double cloud = noise.fractal(u, v, 2, 2, 3);
            double stipple = noise.fractal(u, v, 90, 90, 2);
            Colour colour = Colour.hex(0xE9E5DC).times(1 + 0.018 * cloud + 0.02 * stipple);
            return Texel.of(colour, 0.35 * stipple + 0.3 * cloud, 0.88);
        };
    }

    /// Asphalt: stones of many greys in black binder.
    public static Pattern asphalt(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        TilingNoise fine = new TilingNoise(seed.child("fine"));
        return (u, v) -> {
            TilingNoise.Cells stone = noise.worley(u, v, 90, 90);
            TilingNoise.Cells grain = fine.worley(u, v, 190, 190);
            double cloud = noise.fractal(u, v, 3, 3, 4);
            double top = 1 - TilingNoise.step(0.15, 0.6, stone.first());
            double small = 1 - TilingNoise.step(0.1, 0.6, grain.first());
            Colour colour = Colour.hex(0x343537)
                    .mix(Colour.hex(0x8B8983), top * (0.15 + 0.55 * stone.id() * stone.id()))
                    .mix(Colour.hex(0x6E6D6A), 0.3 * small * grain.id())
                    .times(1 + 0.16 * cloud);
            return Texel.of(colour, 1.4 * top + 0.5 * small, 0.93 - 0.1 * top);
        };
    }

    /// White marble with grey veins that branch.
    public static Pattern marble(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        TilingNoise second = new TilingNoise(seed.child("second"));
        return (u, v) -> {
            double wx = 0.13 * noise.fractal(u, v, 3, 3, 5);
            double wy = 0.13 * second.fractal(u, v, 3, 3, 5);
            double broad = vein(noise.perlin(u + wx, v + wy, 3, 2), 0.13);
            double thin = vein(second.perlin(u + wy, v + wx, 7, 6), 0.05);
            double cloud = noise.fractal(u + wx, v + wy, 2, 2, 4);
            double strength = 0.5 + 0.5 * TilingNoise.step(-0.3, 0.4, cloud);
            Colour colour = Colour.hex(0xEEEBE6)
                    .mix(Colour.hex(0xC9C7C4), 0.6 * TilingNoise.step(-0.2, 0.7, cloud))
                    .mix(Colour.hex(0x77787C), 0.75 * broad * broad * strength)
                    .mix(Colour.hex(0x5F6165), 0.45 * thin * strength);
            return Texel.of(colour, 0, 0.14 + 0.06 * broad);
        };
    }

    private static double vein(double value, double width) {
        return 1 - TilingNoise.step(0, width, Math.abs(value));
    }
}
