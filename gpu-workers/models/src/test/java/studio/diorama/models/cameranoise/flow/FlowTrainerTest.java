package studio.diorama.models.cameranoise.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.data.ConditionedPair;
import studio.diorama.models.cameranoise.data.PairSource;
import studio.diorama.models.cameranoise.data.PatchBatch;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.Tensor;
import studio.diorama.tensor.optimise.Adam;
import studio.diorama.tensor.optimise.AdamSettings;

/// Trainings of seconds, of which the outcome is known beforehand.
class FlowTrainerTest {

    private static final List<FlowCamera> CAMERAS = List.of(new FlowCamera("Known", List.of(100.0, 400.0)));

    @TempDir
    private Path folder;

    /// Gaussian noise whose deviation grows with light, by a law that is known.
    ///
    /// @param shared of a sample's noise that it has in common with its left neighbour, 0 to below 1
    private record KnownNoise(double shared) implements PairSource {

        static double deviation(int clean) {
            return 3 + clean / 32.0;
        }

        @Override
        public List<String> cameras() {
            return List.of("Known");
        }

        @Override
        public ConditionedPair draw(Seed seed) {
            Random random = new Random(seed.value());
            int side = 32;
            byte[] clean = new byte[3 * side * side];
            byte[] noisy = new byte[clean.length];
            double[] before = new double[3];
            for (int i = 0; i < clean.length; i++) {
                int code = 60 + (i / 3 % side) * 4;
                double own = random.nextGaussian();
                double z = i / 3 % side == 0 ? own : shared * before[i % 3] + Math.sqrt(1 - shared * shared) * own;
                before[i % 3] = z;
                clean[i] = (byte) code;
                noisy[i] = (byte) Math.clamp(Math.round(code + deviation(code) * z), 0, 255);
            }
            return new ConditionedPair(
                    new Rgb8Image(side, side, clean),
                    new Rgb8Image(side, side, noisy),
                    0,
                    random.nextBoolean() ? 100 : 400);
        }

        /// Nats per dimension, the rounding's variance included.
        double entropy() {
            double sum = 0;
            for (int column = 0; column < 32; column++) {
                double own = deviation(60 + 4 * column);
                double known = column == 0 ? 0 : shared;
                double variance = own * own * (1 - known * known) + 1.0 / 12;
                sum += 0.5 * Math.log(2 * Math.PI * Math.E * variance);
            }
            return sum / 32;
        }
    }

    @Test
    void aKnownLawIsLearntToWithinTwoHundredthsOfItsEntropy() {
        KnownNoise noise = new KnownNoise(0);
        FlowConfig config = FlowConfig.small(CAMERAS).without(StepKind.CHECKERBOARD);
        FlowSchedule schedule = new FlowSchedule(150, 4, 32, 1e-2, 50, 0, false);
        FlowWeights weights = train(config, noise, schedule, "known");
        assertThat(heldOut(weights, noise)).isCloseTo(noise.entropy(), within(0.02));
        assertThat(weights.calibration()).isPresent();
        assertThat(weights.training()).contains("150 steps");
    }

    @Test
    void onlyTheCheckerboardSeesThatNeighboursShareTheirNoise() {
        KnownNoise noise = new KnownNoise(0.9);
        FlowSchedule schedule = new FlowSchedule(120, 4, 32, 1e-2, 60, 0, false);
        double with = heldOut(train(FlowConfig.small(CAMERAS), noise, schedule, "with"), noise);
        double without = heldOut(
                train(FlowConfig.small(CAMERAS).without(StepKind.CHECKERBOARD), noise, schedule, "without"), noise);
        assertThat(with).isLessThan(without - 0.2);
    }

    @ParameterizedTest
    @EnumSource(FlowPreset.class)
    void theSameSeedGivesTheSameBytes(FlowPreset preset) {
        FlowSchedule schedule = new FlowSchedule(4, 2, 16, 1e-3, 2, 0, preset == FlowPreset.SMALL);
        FlowConfig config = FlowConfig.of(preset, CAMERAS);
        KnownNoise noise = new KnownNoise(0);
        Path first = folder.resolve("first.safetensors");
        Path second = folder.resolve("second.safetensors");
        FlowWeightsFile.write(train(config, noise, schedule, "a"), first);
        FlowWeightsFile.write(train(config, noise, schedule, "b"), second);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @EnumSource(FlowPreset.class)
    void oneBatchIsOverfitted(FlowPreset preset) {
        FlowConfig config = FlowConfig.of(preset, CAMERAS);
        FlowData data = data(new KnownNoise(0));
        PatchBatch patches = data.trainingPatches(new Seed(3), 16).batch(0, 2);
        FlowParameters start = FlowParameters.start(config, new Seed(3));
        FlowStart.fit(start, patches);
        double first = Double.NaN;
        double last = Double.NaN;
        try (Scope outer = Scope.open(ComputeDevice.CPU);
                Parameters parameters = FlowNetwork.load(outer, start);
                Adam adam = new Adam(parameters, AdamSettings.ADAM)) {
            for (int step = 0; step < 60; step++) {
                try (Scope scope = Scope.open(ComputeDevice.CPU);
                        GradientTape tape = GradientTape.open(parameters)) {
                    FlowBatch batch = FlowData.dequantised(scope, config, patches, new Seed(1));
                    Tensor loss = FlowLosses.compute(
                                    FlowNetwork.training(config, parameters).forward(batch))
                            .negativeLogLikelihood();
                    adam.step(tape.backward(loss), 2e-2);
                    last = loss.item();
                    first = step == 0 ? last : first;
                }
            }
        }
        double entropy = new KnownNoise(0).entropy();
        switch (preset) {
            // Below the entropy of the law itself: the batch is learnt by heart.
            case SMALL -> assertThat(last).isLessThan(first - 0.1).isLessThan(entropy);
            // Its table knows nothing of light and starts far off.
            case PAPER -> assertThat(last).isLessThan(first - 0.5).isLessThan(entropy + 1);
        }
    }

    @Test
    void theFirstStepStartsWithNoiseOfDeviationOne() {
        FlowConfig config = FlowConfig.small(CAMERAS);
        PatchBatch patches =
                data(new KnownNoise(0)).trainingPatches(new Seed(3), 32).batch(0, 4);
        FlowParameters start = FlowParameters.start(config, new Seed(3));
        FlowStart.fit(start, patches);
        try (Scope scope = Scope.open(ComputeDevice.CPU);
                Parameters parameters = FlowNetwork.load(scope, start)) {
            FlowBatch batch = FlowData.dequantised(scope, config, patches, new Seed(1));
            FlowStep first = config.steps().getFirst();
            Tensor moved = new SignalDependentAffine(config, first, parameters::get)
                    .forward(batch.noise(), batch)
                    .noise();
            assertThat(moved.mean().item()).isCloseTo(0, within(0.05));
            assertThat(Math.sqrt(moved.square().mean().item())).isCloseTo(1, within(0.05));
        }
    }

    private FlowWeights train(FlowConfig config, KnownNoise noise, FlowSchedule schedule, String name) {
        return FlowTrainer.train(
                config,
                data(noise),
                schedule,
                new Seed(5),
                folder.resolve(name),
                ComputeDevice.CPU,
                ProgressSink.NONE,
                Cancellation.NEVER);
    }

    private static FlowData data(KnownNoise noise) {
        return new FlowData(CAMERAS, noise, noise, "known");
    }

    private static double heldOut(FlowWeights weights, KnownNoise noise) {
        List<PatchBatch> patches = data(noise).validationPatches(new Seed(77), 32);
        return FlowMetrics.negativeLogLikelihood(FlowMetrics.judgements(weights.parameters(), patches, 1));
    }
}
