package studio.diorama.tensor.training;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Gradients;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.optimise.Adam;
import studio.diorama.tensor.optimise.ExponentialMovingAverage;
import studio.diorama.tensor.optimise.GradientClip;
import studio.diorama.tensor.training.TrainingOutcome.End;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.SafetensorsFile;

/// Trains a [TrainingTask], or goes on where a checkpoint in the folder says.
///
/// Stopped at any step and started again, it ends with the same bytes as in one go, on one machine's CPU; on CUDA where
/// the operators in use always add in one order.
public final class TrainingLoop {

    /// The files in a training's folder.
    public static final String CHECKPOINT = "checkpoint.safetensors";

    public static final String BEST = "best.safetensors";
    public static final String CURVE = "curve.jsonl";

    private final TrainingTask task;
    private final TrainingSettings settings;
    private final ProgressSink progress;
    private final Cancellation cancellation;
    private final LongSupplier nanoseconds;

    public TrainingLoop(
            TrainingTask task, TrainingSettings settings, ProgressSink progress, Cancellation cancellation) {
        this(task, settings, progress, cancellation, System::nanoTime);
    }

    TrainingLoop(
            TrainingTask task,
            TrainingSettings settings,
            ProgressSink progress,
            Cancellation cancellation,
            LongSupplier nanoseconds) {
        this.task = requireNonNull(task, "task is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.progress = requireNonNull(progress, "progress is null");
        this.cancellation = requireNonNull(cancellation, "cancellation is null");
        this.nanoseconds = requireNonNull(nanoseconds, "nanoseconds is null");
    }

    /// Trains to the end, or to where it is stopped.
    ///
    /// @throws DioramaException where the loss stops being a number, or the folder holds another training
    public TrainingOutcome run() {
        makeFolder();
        Parameters parameters = task.parameters();
        Optional<Checkpoint> found = Checkpoint.read(file(CHECKPOINT));
        found.ifPresent(this::requireSameTraining);
        if (found.isEmpty()) {
            task.prepare(settings.seed().child("prepare"));
        }
        try (Adam adam = new Adam(parameters, settings.optimiser());
                ExponentialMovingAverage average = new ExponentialMovingAverage(parameters, settings.averageDecay())) {
            found.ifPresent(checkpoint -> {
                parameters.copyFrom(checkpoint.parameters());
                average.restore(checkpoint.average());
                adam.restore(checkpoint.optimiser());
            });
            long done = found.map(Checkpoint::step).orElse(0L);
            Checkpoint.Best best = found.map(Checkpoint::best).orElse(Checkpoint.Best.NONE);
            TrainingCurve curve = TrainingCurve.goOn(file(CURVE), done);
            return new Run(adam, average, curve, best, secondsUntil(done)).from(done);
        }
    }

    /// One run of the loop, from wherever it starts to wherever it ends.
    private final class Run {

        private final Adam adam;
        private final ExponentialMovingAverage average;
        private final TrainingCurve curve;
        private final double secondsBefore;
        private final long started = nanoseconds.getAsLong();
        private Checkpoint.Best best;

        private Run(
                Adam adam,
                ExponentialMovingAverage average,
                TrainingCurve curve,
                Checkpoint.Best best,
                double secondsBefore) {
            this.adam = adam;
            this.average = average;
            this.curve = curve;
            this.best = best;
            this.secondsBefore = secondsBefore;
        }

        private TrainingOutcome from(long start) {
            long saved = start;
            long done = start;
            while (done < settings.steps() && !isHopeless()) {
                if (cancellation.isRequested()) {
                    return end(End.CANCELLED, done, saved);
                }
                Map<String, Double> losses = step(done);
                done++;
                if (done % settings.validateEvery() == 0 || done == settings.steps()) {
                    validate(done);
                }
                if (done % settings.checkpointEvery() == 0) {
                    checkpoint(done).write(file(CHECKPOINT));
                    saved = done;
                }
                if (done % settings.curveEvery() == 0 || done == settings.steps()) {
                    progress.report(
                            String.format(
                                    Locale.ROOT,
                                    "step %d of %d, loss %.4g",
                                    done,
                                    settings.steps(),
                                    losses.get("total")),
                            (double) done / settings.steps());
                }
            }
            return end(done < settings.steps() ? End.STOPPED_EARLY : End.FINISHED, done, saved);
        }

        private boolean isHopeless() {
            return settings.patience() > 0 && best.worseSince() >= settings.patience();
        }

        private Map<String, Double> step(long step) {
            double rate = settings.learningRate().at(step);
            Seed seed = settings.seed().child("step/" + step);
            try (Scope scope = Scope.open(task.parameters().device());
                    GradientTape tape = GradientTape.open(task.parameters())) {
                Losses losses = task.step(scope, step, seed);
                Gradients gradients = tape.backward(losses.total());
                double norm = GradientClip.globalNorm(gradients, settings.clipNorm());
                Map<String, Double> numbers = losses.numbers();
                requireFinite(step, numbers, norm);
                adam.step(gradients, rate);
                average.update();
                if ((step + 1) % settings.curveEvery() == 0) {
                    curve.append(new CurvePoint(step + 1, numbers, rate, norm, Map.of(), seconds()));
                }
                return numbers;
            }
        }

        private void validate(long done) {
            progress.report("validating", (double) done / settings.steps());
            Figures figures =
                    average.whileApplied(() -> task.validate(settings.seed().child("validate")));
            best = best.after(done, figures.decisiveValue());
            if (best.step() == done) {
                writeBest(done, figures);
            }
            double rate = settings.learningRate().at(done - 1);
            curve.append(new CurvePoint(done, Map.of(), rate, 0, figures.values(), seconds()));
        }

        private void writeBest(long done, Figures figures) {
            NamedTensors.Builder weights = NamedTensors.builder();
            average.snapshot().tensors().forEach(weights::put);
            task.metadata().forEach(weights::metadata);
            weights.metadata("training.step", Long.toString(done));
            figures.values().forEach((name, value) -> weights.metadata("validation." + name, Double.toString(value)));
            SafetensorsFile.write(weights.build(), file(BEST));
        }

        private TrainingOutcome end(End end, long done, long saved) {
            if (saved != done || !Files.exists(file(CHECKPOINT))) {
                checkpoint(done).write(file(CHECKPOINT));
            }
            double figure = best.step() == 0 ? Double.NaN : best.figure();
            return new TrainingOutcome(end, done, best.step(), figure, file(BEST));
        }

        private Checkpoint checkpoint(long done) {
            return new Checkpoint(
                    done,
                    settings.seed(),
                    task.metadata(),
                    best,
                    task.parameters().snapshot(),
                    average.snapshot(),
                    adam.state());
        }

        private double seconds() {
            return secondsBefore + (nanoseconds.getAsLong() - started) / 1e9;
        }
    }

    private void requireFinite(long step, Map<String, Double> losses, double gradientNorm) {
        if (!Double.isFinite(gradientNorm) || !losses.values().stream().allMatch(Double::isFinite)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    ("Training broke at step %d: losses %s, gradient norm %s. The last checkpoint stands; use a smaller"
                                    + " learning rate, or look for bad values in the data.")
                            .formatted(step + 1, losses, gradientNorm));
        }
    }

    private void requireSameTraining(Checkpoint checkpoint) {
        requireSame(
                "seed",
                Long.toString(checkpoint.seed().value()),
                Long.toString(settings.seed().value()));
        task.metadata()
                .forEach((key, mine) -> requireSame(key, checkpoint.task().getOrDefault(key, "unknown"), mine));
    }

    private void requireSame(String what, String theirs, String mine) {
        if (!theirs.equals(mine)) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "The folder “%s” holds another training: its %s is %s, and this one's is %s. Take another folder, or take that one away to train from the start."
                            .formatted(settings.folder().getFileName(), what, theirs, mine));
        }
    }

    private double secondsUntil(long step) {
        if (step == 0) {
            return 0;
        }
        List<CurvePoint> points = TrainingCurve.read(file(CURVE));
        return points.isEmpty() ? 0 : points.getLast().seconds();
    }

    private Path file(String name) {
        return settings.folder().resolve(name);
    }

    private void makeFolder() {
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
