package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.data.FilePairs;
import studio.diorama.models.cameranoise.data.NoisePatches;
import studio.diorama.models.cameranoise.data.PairSource;
import studio.diorama.models.cameranoise.data.PatchBatch;
import studio.diorama.models.cameranoise.data.SimulatedPairs;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.SceneSplit;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.SeededTensors;

/// Where a flow's training examples come from: files, some scenes of which are held out, or simulated cameras.
///
/// @param cameras in the order of the patches' indices, each with the ISOs that there are examples of
/// @param training pairs to learn from
/// @param heldOut pairs to judge by
/// @param sha256 of all that decides them
public record FlowData(List<FlowCamera> cameras, PairSource training, PairSource heldOut, String sha256) {

    /// Pairs in memory, and for how many steps each is used: a new pair every other step, which costs little beside the
    /// step itself.
    private static final int OPEN_PAIRS = 64;

    private static final int STEPS_PER_PAIR = 128;
    private static final int SIMULATED_SIDE = 256;
    private static final int SIMULATED_LOWEST_ISO = 100;
    private static final int SIMULATED_HIGHEST_ISO = 6400;
    private static final int VALIDATION_PATCHES = 24;
    private static final int VALIDATION_BATCHES = 16;

    public FlowData {
        cameras = List.copyOf(cameras);
        requireNonNull(training, "training is null");
        requireNonNull(heldOut, "heldOut is null");
        requireNonNull(sha256, "sha256 is null");
    }

    /// Pairs of files; every third scene is held out.
    ///
    /// @param convert16Bit whether pictures of 16 bits are rounded to 8 instead of refused
    public static FlowData ofFiles(List<PairFile> pairs, boolean convert16Bit) {
        SceneSplit split = SceneSplit.of(pairs);
        List<String> names =
                pairs.stream().map(PairFile::camera).distinct().sorted().toList();
        List<FlowCamera> cameras = new ArrayList<>();
        for (String name : names) {
            TreeSet<Double> isos = new TreeSet<>();
            pairs.stream().filter(pair -> pair.camera().equals(name)).forEach(pair -> isos.add((double) pair.iso()));
            cameras.add(new FlowCamera(name, List.copyOf(isos)));
        }
        List<PairFile> heldOut = split.heldOut().isEmpty() ? split.training() : split.heldOut();
        return new FlowData(
                cameras,
                new FilePairs(split.training(), names, convert16Bit),
                new FilePairs(heldOut, names, convert16Bit),
                DataHash.ofFiles(pairs));
    }

    /// The same over the ISOs that the shipped flow serves.
    public static FlowData simulated(List<SyntheticSensor> sensors) {
        return simulated(sensors, SIMULATED_LOWEST_ISO, SIMULATED_HIGHEST_ISO);
    }

    /// Scenes of our own before simulated sensors; new ones are held out.
    public static FlowData simulated(List<SyntheticSensor> sensors, int minimumIso, int maximumIso) {
        List<FlowCamera> cameras = sensors.stream()
                .map(sensor -> FlowCamera.ofRange(
                        sensor.name(),
                        Math.max(minimumIso, sensor.minimumIso()),
                        Math.min(maximumIso, sensor.maximumIso())))
                .toList();
        SimulatedPairs pairs = new SimulatedPairs(sensors, minimumIso, maximumIso, SIMULATED_SIDE, true);
        String description =
                "simulated, ISO %d to %d, side %d, %s".formatted(minimumIso, maximumIso, SIMULATED_SIDE, sensors);
        return new FlowData(cameras, pairs, pairs, DataHash.ofBytes(description.getBytes(StandardCharsets.UTF_8)));
    }

    /// Patches to learn from.
    ///
    /// @param size pixels of a side
    NoisePatches trainingPatches(Seed seed, int size) {
        return new NoisePatches(training, seed.child("training"), size, OPEN_PAIRS, STEPS_PER_PAIR);
    }

    /// The same held-out patches for the same seed.
    List<PatchBatch> validationPatches(Seed seed, int size) {
        NoisePatches patches = new NoisePatches(heldOut, seed.child("held out"), size, VALIDATION_PATCHES, 1);
        List<PatchBatch> batches = new ArrayList<>();
        for (int i = 0; i < VALIDATION_BATCHES; i++) {
            batches.add(patches.batch(i, VALIDATION_PATCHES));
        }
        return batches;
    }

    /// Patches as the network sees them: each code becomes a number evenly drawn from its interval of 1/256.
    ///
    /// @param seed of the dequantisation
    static FlowBatch dequantised(Scope scope, FlowConfig config, PatchBatch patches, Seed seed) {
        int samples = patches.clean().length;
        float[] ofNoisy = SeededTensors.uniforms(seed.child("noisy"), samples);
        float[] ofClean = SeededTensors.uniforms(seed.child("clean"), samples);
        int area = patches.size() * patches.size();
        float[] noise = new float[samples];
        float[] clean = new float[samples];
        for (int plane = 0; plane < samples / area; plane++) {
            int channel = plane % 3;
            int from = (plane - channel + config.order().placeInRgb(channel)) * area;
            int to = plane * area;
            for (int i = 0; i < area; i++) {
                clean[to + i] = (patches.clean()[from + i] + ofClean[to + i]) / 256f;
                noise[to + i] = (patches.noisy()[from + i] + ofNoisy[to + i]) / 256f - clean[to + i];
            }
        }
        List<FlowCondition> conditions = new ArrayList<>();
        for (int i = 0; i < patches.count(); i++) {
            conditions.add(PatchPair.condition(patches, i));
        }
        return FlowBatch.of(scope, config, noise, clean, conditions, patches.size(), patches.size());
    }

    /// For people: `4 cameras, ISO 100 to 6400`.
    String description() {
        return String.format(
                Locale.ROOT,
                "%d cameras, ISO %.0f to %.0f",
                cameras.size(),
                cameras.stream().mapToDouble(FlowCamera::minimumIso).min().orElseThrow(),
                cameras.stream().mapToDouble(FlowCamera::maximumIso).max().orElseThrow());
    }
}
