package studio.diorama.dataset.library.internal.texture;

import studio.diorama.common.Seed;

/// What grows: turf and leaves.
public final class GrowthPatterns {

    private static final int LEAVES = 11;

    private GrowthPatterns() {}

    /// A lawn from above: five layers of blades over soil; the tile is 0.8 m.
    public static Pattern grass(Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        BladeLayer[] layers = new BladeLayer[5];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new BladeLayer(new TilingNoise(seed.child("layer" + i)), 44, 0.62 + 0.1 * i);
        }
        return (u, v) -> {
            double cloud = noise.fractal(u, v, 3, 3, 4);
            Colour colour = Colour.hex(0x2A3016).times(1 + 0.3 * cloud);
            double height = 0;
            for (int layer = 0; layer < layers.length; layer++) {
                Colour blade = layers[layer].at(u, v);
                if (blade != null) {
                    colour = blade.times(1 + 0.22 * cloud);
                    height = 0.6 + 0.5 * layer;
                }
            }
            return Texel.of(colour, height, 0.85);
        };
    }

    /// A twig with leaves on nothing: alpha is 0 between them and along the tile's rim. The twig enters at the bottom.
    public static Pattern leaves(Colour young, Colour old, Seed seed) {
        TilingNoise noise = new TilingNoise(seed);
        return (u, v) -> {
            double x = u - Math.floor(u) - 0.5;
            double y = 1 - (v - Math.floor(v));
            Texel found = twig(x, y);
            for (int i = 0; i < LEAVES; i++) {
                boolean top = i == LEAVES - 1;
                double attach = top ? 0.6 : 0.1 + 0.5 * i / (LEAVES - 1);
                double side = i % 2 == 0 ? 1 : -1;
                double angle = top ? 0.05 : side * (1.15 - 0.6 * attach + 0.25 * (noise.cell(i, 1) - 0.5));
                double length = (top ? 0.37 : 0.46) * (0.85 + 0.2 * noise.cell(i, 2));
                Texel leaf = leaf(x, y - attach, angle, length, noise.cell(i, 3), young, old);
                found = leaf == null ? found : leaf;
            }
            // Where there is nothing the colour is still a leaf's, so that filtering draws no dark fringe.
            return found == null ? new Texel(young.mix(old, 0.5), 0, 0.7, 0, 0) : found;
        };
    }

    private static Texel twig(double x, double y) {
        boolean on = y < 0.66 && y > 0.004 && Math.abs(x) < 0.008 * (1.2 - y);
        return on ? Texel.of(Colour.hex(0x6B5232), 0.4, 0.8) : null;
    }

    private static Texel leaf(double x, double y, double angle, double length, double age, Colour young, Colour old) {
        // No part of a leaf is farther from its foot than this; most texels end here, before the trigonometry.
        if (x * x + y * y > 1.1 * length * length) {
            return null;
        }
        double along = (x * StrictMath.sin(angle) + y * StrictMath.cos(angle)) / length;
        double across = (x * StrictMath.cos(angle) - y * StrictMath.sin(angle)) / length;
        if (along < 0 || along > 1 || Math.abs(across) > 0.3) {
            return null;
        }
        double stalk = along < 0.1 ? 0.02 : 0;
        double blade = along < 0.08
                ? 0
                : 0.25
                        * StrictMath.pow(StrictMath.sin(StrictMath.PI * (along - 0.08) / 0.92), 0.8)
                        * (1.15 - 0.5 * along);
        double width = Math.max(stalk, blade);
        double distance = Math.abs(across);
        if (distance > width) {
            return null;
        }
        double rib = 1 - TilingNoise.step(0.008, 0.025, distance);
        double veinPhase = (along - 0.9 * distance) * 9;
        double vein = 1 - TilingNoise.step(0.03, 0.12, Math.abs(veinPhase - Math.rint(veinPhase)));
        double lines = Math.max(rib, 0.55 * vein);
        Colour colour = young.mix(old, age)
                .times(0.88 + 0.2 * along + (across > 0 ? 0.07 : -0.04))
                .mix(Colour.hex(0xC3CF8A), 0.38 * lines);
        return Texel.of(colour, 0.8 * (1 - distance / Math.max(width, 1e-6)) - 0.25 * lines, 0.55);
    }
}
