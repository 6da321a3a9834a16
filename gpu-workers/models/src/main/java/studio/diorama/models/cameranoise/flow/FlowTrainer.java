package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.data.NoisePatches;
import studio.diorama.models.cameranoise.data.PatchBatch;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.SeededTensors;
import studio.diorama.tensor.Tensor;
import studio.diorama.tensor.training.Figures;
import studio.diorama.tensor.training.Losses;
import studio.diorama.tensor.training.TrainingLoop;
import studio.diorama.tensor.training.TrainingOutcome;
import studio.diorama.tensor.training.TrainingTask;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.SafetensorsFile;

/// Trains a flow: lowers the negative log-likelihood of noisy patches given their clean ones, in `small` also the
/// distance of draws from real noise, and keeps the parameters under which held-out patches were likeliest.
public final class FlowTrainer implements TrainingTask {

    /// Dequantisations averaged for the figures that are kept.
    private static final int FINAL_DRAWS = 4;

    private final FlowConfig config;
    private final FlowSchedule schedule;
    private final Parameters parameters;
    private final String dataSha256;
    private final NoisePatches training;
    private final List<PatchBatch> heldOut;

    private FlowTrainer(
            FlowConfig config,
            FlowSchedule schedule,
            Parameters parameters,
            String dataSha256,
            NoisePatches training,
            List<PatchBatch> heldOut) {
        this.config = config;
        this.schedule = schedule;
        this.parameters = parameters;
        this.dataSha256 = dataSha256;
        this.training = training;
        this.heldOut = heldOut;
    }

    /// Trains, or goes on with what the folder holds.
    ///
    /// @param folder of checkpoints and curves, one for each training
    /// @throws DioramaException where it was cancelled, with the checkpoint kept, or training broke
    public static FlowWeights train(
            FlowConfig config,
            FlowData data,
            FlowSchedule schedule,
            Seed seed,
            Path folder,
            ComputeDevice device,
            ProgressSink progress,
            Cancellation cancellation) {
        requireNonNull(data, "data is null");
        List<PatchBatch> heldOut = data.validationPatches(seed, schedule.patch());
        try (Scope scope = Scope.open(device);
                Parameters parameters =
                        FlowNetwork.load(scope, FlowParameters.start(config, seed.child("parameters")))) {
            FlowTrainer trainer = new FlowTrainer(
                    config, schedule, parameters, data.sha256(), data.trainingPatches(seed, schedule.patch()), heldOut);
            TrainingOutcome outcome =
                    new TrainingLoop(trainer, schedule.settings(seed, folder), progress, cancellation).run();
            if (outcome.end() == TrainingOutcome.End.CANCELLED) {
                throw new DioramaException(
                        ErrorCode.CANCELLED,
                        "Training was cancelled after %d steps; started again on the same folder it goes on."
                                .formatted(outcome.steps()));
            }
            return weights(config, data, schedule, seed, device, outcome, heldOut);
        }
    }

    private static FlowWeights weights(
            FlowConfig config,
            FlowData data,
            FlowSchedule schedule,
            Seed seed,
            ComputeDevice device,
            TrainingOutcome outcome,
            List<PatchBatch> heldOut) {
        NamedTensors best = SafetensorsFile.read(outcome.bestWeights());
        Map<String, float[]> values = new LinkedHashMap<>();
        for (ParameterSpec spec : FlowLayout.of(config)) {
            values.put(spec.name(), best.get(spec.name()).toFloats());
        }
        FlowParameters numbers = new FlowParameters(config, values);
        List<FlowLikelihood.Judgement> judgements = FlowMetrics.judgements(numbers, heldOut, FINAL_DRAWS);
        String summary = String.format(
                Locale.ROOT,
                "%s of %s; best of %d steps of %d patches %d × %d after step %d; seed %d; %s; held-out NLL %.4f nats/dimension",
                config.preset().label(),
                data.description(),
                outcome.steps(),
                schedule.batch(),
                schedule.patch(),
                schedule.patch(),
                outcome.bestStep(),
                seed.value(),
                device.describe(),
                FlowMetrics.negativeLogLikelihood(judgements));
        return new FlowWeights(numbers, data.sha256(), summary, Optional.of(FlowMetrics.calibration(judgements)));
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void prepare(Seed seed) {
        FlowParameters start = FlowNetwork.numbers(config, parameters);
        FlowStart.fit(start, training.batch(0, schedule.batch()));
        try (Scope scope = Scope.open(parameters.device())) {
            for (ParameterSpec spec : FlowLayout.of(config)) {
                long[] shape =
                        spec.shape().stream().mapToLong(Integer::longValue).toArray();
                parameters.set(spec.name(), scope.of(start.of(spec.name()), shape));
            }
        }
    }

    @Override
    public Losses step(Scope scope, long step, Seed seed) {
        FlowBatch batch = FlowData.dequantised(scope, config, training.batch(step, schedule.batch()), seed);
        FlowNetwork network = FlowNetwork.training(config, parameters);
        Losses losses = losses(network, batch, step, seed).total();
        GradientTape.unrecorded(() -> {
            network.runningStatistics().forEach(parameters::set);
            return null;
        });
        return losses;
    }

    /// The published flow learns by likelihood alone. Ours looks at draws too, at half of the patches, for draws cost
    /// as much as the likelihood does.
    private FlowLosses losses(FlowNetwork network, FlowBatch batch, long step, Seed seed) {
        FlowNetwork.Base base = network.forward(batch);
        if (!schedule.draws(step) || batch.count() < 2) {
            return FlowLosses.compute(base);
        }
        FlowBatch half = batch.first(batch.count() / 2);
        return FlowLosses.compute(base, network.inverse(base(half, seed), half), batch);
    }

    @Override
    public Figures validate(Seed seed) {
        List<FlowLikelihood.Judgement> judgements =
                FlowMetrics.judgements(FlowNetwork.numbers(config, parameters), heldOut, 1);
        double likelihood = FlowMetrics.negativeLogLikelihood(judgements);
        if (!schedule.draws()) {
            return Figures.of("nll", likelihood);
        }
        double moments = moments(config, parameters, heldOut, seed);
        return new Figures(
                "objective",
                Map.of("objective", FlowLosses.total(likelihood, moments), "nll", likelihood, "moments", moments));
    }

    /// What a flow is worth on held-out patches.
    ///
    /// @param negativeLogLikelihood nats per dimension
    /// @param moments distance of draws from real noise
    public record HeldOut(double negativeLogLikelihood, double moments) {}

    /// Judges a flow by the patches that a training with this schedule and seed would hold out.
    public static HeldOut judge(
            FlowParameters numbers, FlowData data, FlowSchedule schedule, Seed seed, ComputeDevice device) {
        List<PatchBatch> heldOut = data.validationPatches(seed, schedule.patch());
        try (Scope scope = Scope.open(device);
                Parameters parameters = FlowNetwork.load(scope, numbers)) {
            return new HeldOut(
                    FlowMetrics.negativeLogLikelihood(FlowMetrics.judgements(numbers, heldOut, FINAL_DRAWS)),
                    moments(numbers.config(), parameters, heldOut, seed));
        }
    }

    private static double moments(FlowConfig config, Parameters parameters, List<PatchBatch> heldOut, Seed seed) {
        double sum = 0;
        List<PatchBatch> looked = heldOut.subList(0, (heldOut.size() + 1) / 2);
        for (int i = 0; i < looked.size(); i++) {
            Seed ofBatch = seed.child("moments/" + i);
            try (Scope scope = Scope.open(parameters.device())) {
                FlowBatch batch = FlowData.dequantised(scope, config, looked.get(i), ofBatch);
                Tensor drawn = FlowNetwork.training(config, parameters).inverse(base(batch, ofBatch), batch);
                sum += FlowMoments.distance(batch.noise(), drawn, batch.clean()).item();
            }
        }
        return sum / looked.size();
    }

    private static Tensor base(FlowBatch batch, Seed seed) {
        return SeededTensors.normal(
                batch.scope(), seed.child("draw"), 0, 1, batch.count(), 3, batch.height(), batch.width());
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of("preset", config.preset().label(), "data", dataSha256);
    }
}
