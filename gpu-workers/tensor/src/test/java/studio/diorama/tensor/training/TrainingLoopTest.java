package studio.diorama.tensor.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.optimise.AdamSettings;
import studio.diorama.tensor.optimise.LearningRate;
import studio.diorama.tensor.training.TrainingOutcome.End;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.SafetensorsFile;

final class TrainingLoopTest {

    private static final int STEPS = 60;

    @TempDir
    Path folder;

    private final AtomicLong asked = new AtomicLong();

    @Test
    void learns() {
        try (SineTask task = new SineTask()) {
            double before = task.validate(new Seed(9).child("validate")).decisiveValue();
            List<Double> fractions = new ArrayList<>();
            TrainingOutcome outcome = new TrainingLoop(
                            task,
                            TrainingSettings.of(
                                    400, new LearningRate.Cosine(0.02, 0.001, 20, 400), new Seed(9), folder),
                            (stage, fraction) -> fractions.add(fraction),
                            Cancellation.NEVER)
                    .run();
            assertThat(outcome.end()).isEqualTo(End.FINISHED);
            assertThat(outcome.steps()).isEqualTo(400);
            assertThat(outcome.bestFigure()).isLessThan(0.2 * before);
            assertThat(fractions).isSorted().endsWith(1.0);
            assertThat(task.prepared()).isEqualTo(1);

            NamedTensors best = SafetensorsFile.read(outcome.bestWeights());
            assertThat(best.tensors().keySet())
                    .containsExactlyInAnyOrderElementsOf(task.parameters().all().keySet());
            assertThat(best.metadata())
                    .containsEntry("curve", "sine")
                    .containsEntry("training.step", Long.toString(outcome.bestStep()));
            task.parameters().copyFrom(best);
            assertThat(task.validate(new Seed(9).child("validate")).decisiveValue())
                    .isEqualTo(outcome.bestFigure());

            List<CurvePoint> curve = TrainingCurve.read(folder.resolve(TrainingLoop.CURVE));
            assertThat(curve.stream().filter(point -> point.losses().containsKey("fit")))
                    .hasSize(100);
            assertThat(curve.stream().filter(point -> point.figures().containsKey("error")))
                    .hasSize(20);
            assertThat(curve.getFirst().gradientNorm()).isPositive();
        }
    }

    @Test
    void goesOnAsIfItHadNeverStopped() throws IOException {
        Path whole = folder.resolve("whole");
        Path broken = folder.resolve("broken");
        train(whole, STEPS, Cancellation.NEVER);
        // Stops after 1, 13, 13 again, 20 (a checkpoint), 37 and 59 steps.
        for (int more : new int[] {1, 12, 0, 7, 17, 22}) {
            assertThat(train(broken, STEPS, cancelAfter(more)).end()).isEqualTo(End.CANCELLED);
        }
        assertThat(train(broken, STEPS, Cancellation.NEVER).end()).isEqualTo(End.FINISHED);
        assertThat(Files.readAllBytes(broken.resolve(TrainingLoop.CHECKPOINT)))
                .isEqualTo(Files.readAllBytes(whole.resolve(TrainingLoop.CHECKPOINT)));
        assertThat(Files.readAllBytes(broken.resolve(TrainingLoop.BEST)))
                .isEqualTo(Files.readAllBytes(whole.resolve(TrainingLoop.BEST)));
        assertThat(losses(broken)).isEqualTo(losses(whole));
    }

    @Test
    void repeatsWhatACrashLost() throws IOException {
        Path whole = folder.resolve("whole");
        Path crashed = folder.resolve("crashed");
        train(whole, STEPS, Cancellation.NEVER);
        assertThatThrownBy(() -> train(crashed, STEPS, () -> {
                    if (asked.incrementAndGet() > 34) {
                        throw new IllegalStateException("the power went");
                    }
                    return false;
                }))
                .hasMessage("the power went");
        assertThat(Checkpoint.read(crashed.resolve(TrainingLoop.CHECKPOINT))
                        .orElseThrow()
                        .step())
                .isEqualTo(30);
        Files.writeString(crashed.resolve(TrainingLoop.CURVE), "{\"step\":35,\"los", StandardOpenOption.APPEND);
        train(crashed, STEPS, Cancellation.NEVER);
        assertThat(Files.readAllBytes(crashed.resolve(TrainingLoop.CHECKPOINT)))
                .isEqualTo(Files.readAllBytes(whole.resolve(TrainingLoop.CHECKPOINT)));
        assertThat(losses(crashed)).isEqualTo(losses(whole));
    }

    @Test
    void doesNothingMoreOnceFinished() {
        train(folder, STEPS, Cancellation.NEVER);
        TrainingOutcome again = train(folder, STEPS, Cancellation.NEVER);
        assertThat(again.end()).isEqualTo(End.FINISHED);
        assertThat(again.steps()).isEqualTo(STEPS);
        assertThat(train(folder, STEPS + 10, Cancellation.NEVER).steps()).isEqualTo(STEPS + 10);
    }

    @Test
    void stopsEarlyWhereNothingGetsBetter() {
        try (Still task = new Still(3)) {
            TrainingSettings settings = settings(folder, 1000).withPatience(2);
            TrainingOutcome outcome = new TrainingLoop(task, settings, ProgressSink.NONE, Cancellation.NEVER).run();
            assertThat(outcome.end()).isEqualTo(End.STOPPED_EARLY);
            // Validated at 10 (3), 20 (2), 30 (1), 40 (1) and 50 (1): the best is at 30.
            assertThat(outcome.bestStep()).isEqualTo(30);
            assertThat(outcome.steps()).isEqualTo(50);
            assertThat(outcome.bestFigure()).isEqualTo(1);
            assertThat(new TrainingLoop(task, settings, ProgressSink.NONE, Cancellation.NEVER)
                            .run()
                            .steps())
                    .isEqualTo(50);
        }
    }

    @Test
    void saysWhereItBreaks() {
        try (Still task = new Still(3)) {
            task.breakAt = 15;
            assertThatThrownBy(() ->
                            new TrainingLoop(task, settings(folder, 100), ProgressSink.NONE, Cancellation.NEVER).run())
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining("Training broke at step 16")
                    .hasMessageContaining("NaN");
            assertThat(Checkpoint.read(folder.resolve(TrainingLoop.CHECKPOINT))
                            .orElseThrow()
                            .step())
                    .isEqualTo(10);
        }
    }

    @Test
    void refusesAnotherTrainingsFolder() {
        train(folder, 5, Cancellation.NEVER);
        try (SineTask task = new SineTask()) {
            TrainingSettings other = TrainingSettings.of(5, new LearningRate.Constant(0.1), new Seed(77), folder);
            assertThatThrownBy(() -> new TrainingLoop(task, other, ProgressSink.NONE, Cancellation.NEVER).run())
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining("its seed is 5, and this one's is 77");
        }
    }

    @Test
    void refusesWhatAnotherTaskHasTrained() {
        train(folder, 5, Cancellation.NEVER);
        try (SineTask task = new SineTask("cosine")) {
            assertThatThrownBy(() ->
                            new TrainingLoop(task, settings(folder, 5), ProgressSink.NONE, Cancellation.NEVER).run())
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining("its curve is sine, and this one's is cosine");
        }
    }

    @Test
    void leavesNothingInMemory() {
        int before = Scope.aliveInProcess();
        train(folder, 25, Cancellation.NEVER);
        assertThat(Scope.aliveInProcess()).isEqualTo(before);
    }

    private static TrainingOutcome train(Path folder, int steps, Cancellation cancellation) {
        try (SineTask task = new SineTask()) {
            return new TrainingLoop(task, settings(folder, steps), ProgressSink.NONE, cancellation, () -> 0).run();
        }
    }

    private static TrainingSettings settings(Path folder, int steps) {
        return new TrainingSettings(
                steps,
                new LearningRate.Cosine(0.02, 0.001, 5, STEPS),
                AdamSettings.adamW(0.01),
                0.5,
                0.9,
                10,
                10,
                0,
                3,
                new Seed(5),
                folder);
    }

    /// Asks to stop after so many more steps.
    private static Cancellation cancelAfter(int steps) {
        AtomicLong seen = new AtomicLong(-1);
        return () -> seen.incrementAndGet() >= steps;
    }

    private static List<Map<String, Double>> losses(Path folder) {
        return TrainingCurve.read(folder.resolve(TrainingLoop.CURVE)).stream()
                .map(point -> point.losses().isEmpty() ? point.figures() : point.losses())
                .toList();
    }

    /// Trains nothing; its figure falls by one a validation, down to 1.
    private static final class Still implements TrainingTask, AutoCloseable {

        private final Parameters parameters = new Parameters(ComputeDevice.CPU);
        private double figure;
        private long breakAt = Long.MAX_VALUE;

        private Still(double figure) {
            this.figure = figure + 1;
            try (Scope scope = Scope.open(ComputeDevice.CPU)) {
                parameters.declare("x", scope.ones(1));
            }
        }

        @Override
        public Parameters parameters() {
            return parameters;
        }

        @Override
        public Losses step(Scope scope, long step, Seed seed) {
            double factor = step >= breakAt ? Double.NaN : 1;
            return Losses.of(parameters.get("x").square().sum().mul(factor));
        }

        @Override
        public Figures validate(Seed seed) {
            figure = Math.max(1, figure - 1);
            return Figures.of("figure", figure);
        }

        @Override
        public void close() {
            parameters.close();
        }
    }
}
