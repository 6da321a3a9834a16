package studio.diorama.models.cameranoise.data;

import java.util.SplittableRandom;
import studio.diorama.common.Seed;

/// What an area of a procedural scene looks like: two colours and a pattern that mixes them.
///
/// @param first linear R, G, B, 0 to 1
/// @param second the same
/// @param pattern how they are mixed
/// @param period pixels of the pattern's longest wave
/// @param angle of its direction, in radians
/// @param seed of clouds and grain
@SuppressWarnings("ArrayRecordComponent")
record SceneFill(float[] first, float[] second, Pattern pattern, double period, double angle, long seed) {

    private static final int OCTAVES = 5;

    enum Pattern {
        PLAIN,
        GRADED,
        STRIPED,
        CHEQUERED,
        DOTTED,
        CLOUDED,
        GRAINED
    }

    static SceneFill random(SplittableRandom random, double scale) {
        Pattern[] patterns = Pattern.values();
        Pattern pattern = random.nextInt(3) == 0 ? Pattern.PLAIN : patterns[random.nextInt(patterns.length)];
        float[] first = colour(random);
        float[] second = random.nextBoolean() ? colour(random) : near(first, random);
        double longest = switch (pattern) {
            case PLAIN, GRADED, CLOUDED -> scale;
            case STRIPED, CHEQUERED, DOTTED, GRAINED -> scale / 6;
        };
        double period = Math.exp(random.nextDouble(Math.log(2.2), Math.log(Math.max(4, longest))));
        return new SceneFill(first, second, pattern, period, random.nextDouble(Math.PI), random.nextLong());
    }

    static SceneFill plain(SplittableRandom random) {
        float[] colour = colour(random);
        return new SceneFill(colour, colour, Pattern.PLAIN, 1, 0, 0);
    }

    /// @param colour where linear R, G, B are put
    void at(double x, double y, float[] colour) {
        float share = (float) share(x, y);
        for (int channel = 0; channel < 3; channel++) {
            colour[channel] = first[channel] + share * (second[channel] - first[channel]);
        }
    }

    private double share(double x, double y) {
        double along = (x * Math.cos(angle) + y * Math.sin(angle)) / period;
        double across = (y * Math.cos(angle) - x * Math.sin(angle)) / period;
        return switch (pattern) {
            case PLAIN -> 0;
            case GRADED -> 0.5 - 0.5 * Math.cos(Math.PI * along);
            case STRIPED -> soft(Math.sin(2 * Math.PI * along));
            case CHEQUERED -> soft(Math.sin(2 * Math.PI * along) * Math.sin(2 * Math.PI * across) * 2);
            case DOTTED -> soft(Math.cos(2 * Math.PI * along) + Math.cos(2 * Math.PI * across) - 0.8);
            case CLOUDED -> clouds(x / period, y / period);
            case GRAINED -> lattice(x / Math.min(period, 2), y / Math.min(period, 2), 0);
        };
    }

    /// An edge about a pixel wide, however long the wave.
    private double soft(double wave) {
        return Math.clamp(0.5 + wave * period / (2 * Math.PI), 0, 1);
    }

    /// Fractal value noise: each octave half as long and a little over half as strong.
    private double clouds(double x, double y) {
        double sum = 0;
        double weight = 0.5;
        double weights = 0;
        double frequency = 1;
        for (int octave = 0; octave < OCTAVES; octave++) {
            sum += weight * lattice(x * frequency, y * frequency, octave);
            weights += weight;
            weight *= 0.55;
            frequency *= 2;
        }
        return Math.clamp(1.6 * (sum / weights - 0.5) + 0.5, 0, 1);
    }

    /// Random values at whole places, smooth in between.
    private double lattice(double x, double y, int octave) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double u = eased(x - column);
        double v = eased(y - row);
        double above = mixed(value(column, row, octave), value(column + 1, row, octave), u);
        double below = mixed(value(column, row + 1, octave), value(column + 1, row + 1, octave), u);
        return mixed(above, below, v);
    }

    private double value(long column, long row, int octave) {
        return (Seed.mix(seed + column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL + octave) >>> 11) * 0x1p-53;
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mixed(double a, double b, double share) {
        return a + share * (b - a);
    }

    /// From soot to snow, mostly dull.
    private static float[] colour(SplittableRandom random) {
        double level = Math.exp(random.nextDouble(Math.log(0.015), 0));
        double vividness = random.nextInt(4) == 0 ? 1 : 0.25;
        float[] colour = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            colour[channel] = (float) Math.min(1, level * Math.exp(vividness * random.nextDouble(-1, 1)));
        }
        return colour;
    }

    private static float[] near(float[] colour, SplittableRandom random) {
        float[] other = new float[3];
        float factor = (float) Math.exp(random.nextDouble(-0.7, 0.7));
        for (int channel = 0; channel < 3; channel++) {
            other[channel] = Math.min(1, factor * colour[channel]);
        }
        return other;
    }
}
