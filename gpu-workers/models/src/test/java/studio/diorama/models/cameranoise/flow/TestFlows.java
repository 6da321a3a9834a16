package studio.diorama.models.cameranoise.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.flow.cpu.Area;
import studio.diorama.models.cameranoise.flow.cpu.Tile;

/// Flows with random numbers, of two cameras.
final class TestFlows {

    static final List<FlowCamera> CAMERAS =
            List.of(new FlowCamera("One", List.of(100.0, 400.0)), new FlowCamera("Two", List.of(100.0, 1600.0)));

    private TestFlows() {}

    static FlowConfig config(FlowPreset preset) {
        return FlowConfig.of(preset, CAMERAS);
    }

    /// Every step does something that can be seen; hidden units stay on their side of the ReLU, so that differences
    /// between near inputs are smooth.
    static FlowParameters random(FlowConfig config, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> values = new LinkedHashMap<>();
        FlowParameters start = FlowParameters.start(config, new Seed(seed));
        for (ParameterSpec spec : FlowLayout.of(config)) {
            float[] numbers = start.of(spec.name()).clone();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = changed(spec, numbers[i], random);
            }
            values.put(spec.name(), numbers);
        }
        return new FlowParameters(config, values);
    }

    private static float changed(ParameterSpec spec, float number, SplittableRandom random) {
        String name = spec.name();
        double even = 2 * random.nextDouble() - 1;
        if (name.endsWith("permutation") || name.endsWith("sign")) {
            return number;
        }
        if (name.endsWith("running_var")) {
            return (float) (1 + 0.5 * even);
        }
        if (name.endsWith(".scale")) {
            return 0.4f;
        }
        if (name.endsWith("first.bias") || name.endsWith("second.bias")) {
            return even < 0 ? -1.5f : 1.5f;
        }
        if (name.endsWith("first.weight") || name.endsWith("second.weight")) {
            return (float) (0.08 * even);
        }
        if (name.endsWith("norm.bias") || name.endsWith("running_mean")) {
            return number;
        }
        return (float) (number + 0.08 * even);
    }

    /// Standard normal noise and an even clean picture, (3, height, width) each.
    static float[] noise(int height, int width, long seed) {
        java.util.Random random = new java.util.Random(seed);
        float[] noise = new float[3 * height * width];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    static float[] clean(int height, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] clean = new float[3 * height * width];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (float) random.nextDouble();
        }
        return clean;
    }

    /// A tile that holds a part of a picture and its halo.
    static Tile tile(Area picture, Area core, int halo, float[] noise, float[] clean) {
        Tile tile = new Tile();
        tile.reset(picture, core, halo);
        Area whole = tile.whole();
        for (int channel = 0; channel < 3; channel++) {
            for (int y = whole.top(); y < whole.bottom(); y++) {
                for (int x = whole.left(); x < whole.right(); x++) {
                    int from = (channel * picture.height() + y) * picture.width() + x;
                    tile.values()[tile.noiseAt(channel, x, y)] = noise[from];
                    tile.values()[tile.cleanAt(channel, x, y)] = clean[from];
                }
            }
        }
        return tile;
    }

    /// The noise planes of a tile's core, (3, height, width).
    static float[] noiseOf(Tile tile) {
        Area core = tile.core();
        float[] noise = new float[3 * core.height() * core.width()];
        int to = 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int y = core.top(); y < core.bottom(); y++) {
                for (int x = core.left(); x < core.right(); x++) {
                    noise[to++] = tile.values()[tile.noiseAt(channel, x, y)];
                }
            }
        }
        return noise;
    }
}
