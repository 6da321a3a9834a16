package studio.diorama.models.cameranoise.data;

import java.util.SplittableRandom;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.ToneEncoder;

/// A scene that nobody photographed, for noise to be laid over: what matters is that every brightness, colour, kind of
/// edge and kind of texture comes up, beside plain areas.
///
/// A background and some twenty shapes, each filled plain, graded, striped, chequered, dotted or with fractal clouds;
/// lines of marks as fine as print; light that falls off across the scene and may end at a shadow's edge; an exposure
/// from far too dark to slightly too bright; and optics that are sharp or a little soft.
public final class ProceduralScene {

    private static final ToneEncoder ENCODER = new ToneEncoder(new ToneCurve.Srgb());

    private final int width;
    private final int height;
    private final SplittableRandom random;

    /// (height × width × 3) linear light.
    private final float[] light;

    private ProceduralScene(int width, int height, Seed seed) {
        this.width = width;
        this.height = height;
        this.random = new SplittableRandom(seed.value());
        this.light = new float[3 * width * height];
    }

    /// @return sRGB, the same for the same seed and size
    public static Rgb16Image render(int width, int height, Seed seed) {
        ProceduralScene scene = new ProceduralScene(width, height, seed);
        scene.paint(SceneShape.everywhere(), SceneFill.random(scene.random, scene.scale()));
        int shapes = scene.random.nextInt(4, 24);
        for (int i = 0; i < shapes; i++) {
            scene.paint(SceneShape.random(scene.random, width, height), SceneFill.random(scene.random, scene.scale()));
        }
        int lines = scene.random.nextInt(5);
        for (int i = 0; i < lines; i++) {
            scene.print();
        }
        scene.illuminate();
        if (scene.random.nextInt(3) == 0) {
            scene.soften();
        }
        return scene.encoded();
    }

    private double scale() {
        return Math.max(16, Math.min(width, height));
    }

    private void paint(SceneShape shape, SceneFill fill) {
        float[] colour = new float[3];
        int top = (int) Math.clamp(Math.floor(shape.top()), 0, height);
        int bottom = (int) Math.clamp(Math.ceil(shape.bottom()) + 1, 0, height);
        int left = (int) Math.clamp(Math.floor(shape.left()), 0, width);
        int right = (int) Math.clamp(Math.ceil(shape.right()) + 1, 0, width);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                float cover = (float) Math.clamp(0.5 - shape.distance(x, y), 0, 1);
                if (cover > 0) {
                    fill.at(x, y, colour);
                    int i = 3 * (y * width + x);
                    for (int channel = 0; channel < 3; channel++) {
                        light[i + channel] += cover * (colour[channel] - light[i + channel]);
                    }
                }
            }
        }
    }

    /// A line of marks like small print: each one some strokes between the corners and middles of its cell.
    private void print() {
        double cell = random.nextDouble(4, 16);
        double stroke = cell / random.nextDouble(8, 14) + 0.3;
        double y = random.nextDouble(height);
        SceneFill ink = SceneFill.plain(random);
        double end = random.nextDouble(width);
        for (double x = random.nextDouble(width / 2.0); x < end; x += 1.2 * cell) {
            int strokes = random.nextInt(1, 5);
            for (int i = 0; i < strokes; i++) {
                paint(
                        new SceneShape.Stroke(
                                x + cell * random.nextInt(3) / 2,
                                y + cell * random.nextInt(3) / 2,
                                x + cell * random.nextInt(3) / 2,
                                y + cell * random.nextInt(3) / 2,
                                stroke),
                        ink);
            }
        }
    }

    /// Light from one side, sometimes cut by a shadow, and an exposure of up to five stops too few and half a stop too
    /// many.
    private void illuminate() {
        double exposure = Math.pow(2, random.nextDouble(-5, 0.5));
        double direction = random.nextDouble(2 * Math.PI);
        double falloff = random.nextDouble(0, 2) / scale();
        boolean hasShadow = random.nextInt(3) == 0;
        SceneShape shadow = SceneShape.random(random, width, height);
        double depth = random.nextDouble(0.1, 0.6);
        double penumbra = Math.exp(random.nextDouble(0, Math.log(30)));
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double across = (x - width / 2.0) * Math.cos(direction) + (y - height / 2.0) * Math.sin(direction);
                double here = exposure * Math.exp(falloff * across);
                if (hasShadow) {
                    double inside = Math.clamp(0.5 - shadow.distance(x, y) / penumbra, 0, 1);
                    here *= 1 + inside * (depth - 1);
                }
                for (int channel = 0; channel < 3; channel++, i++) {
                    light[i] *= (float) here;
                }
            }
        }
    }

    /// A lens a little out of focus: 1-2-1 weights both ways.
    private void soften() {
        float[] sharp = light.clone();
        for (int y = 0; y < height; y++) {
            int above = 3 * width * Math.max(0, y - 1);
            int here = 3 * width * y;
            int below = 3 * width * Math.min(height - 1, y + 1);
            for (int x = 0; x < 3 * width; x++) {
                light[here + x] = (sharp[above + x] + 2 * sharp[here + x] + sharp[below + x]) / 4;
            }
        }
        float[] upright = light.clone();
        for (int y = 0; y < height; y++) {
            int row = 3 * width * y;
            for (int x = 0; x < 3 * width; x++) {
                float before = upright[row + (x < 3 ? x : x - 3)];
                float after = upright[row + (x >= 3 * width - 3 ? x : x + 3)];
                light[row + x] = (before + 2 * upright[row + x] + after) / 4;
            }
        }
    }

    private Rgb16Image encoded() {
        short[] samples = new short[light.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ENCODER.code16(light[i]);
        }
        return new Rgb16Image(width, height, samples);
    }
}
