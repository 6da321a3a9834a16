package studio.diorama.models.cameranoise.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.data.FilePairs;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.flow.FlowConfig;
import studio.diorama.models.cameranoise.flow.FlowData;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.FlowPreset;
import studio.diorama.models.cameranoise.flow.FlowSchedule;
import studio.diorama.models.cameranoise.flow.FlowTrainer;
import studio.diorama.models.cameranoise.flow.FlowWeights;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.training.CurvePoint;
import studio.diorama.tensor.training.TrainingCurve;
import studio.diorama.tensor.training.TrainingLoop;

/// One flow for all cameras of some real pairs, trained on their training scenes alone.
///
/// @param flow what came out
/// @param description of the training, for people
/// @param trainingPairs how many
/// @param steps of the optimiser
/// @param seconds that the training took, its validations included
/// @param secondsPerStep median
public record RealFlow(
        @JsonIgnore FlowPipeline flow,
        String description,
        int trainingPairs,
        long steps,
        double seconds,
        double secondsPerStep) {

    private static final Seed SEED = new Seed(2022);

    /// @param folder of the training; one that ended there is not done again
    static RealFlow train(List<PairGroup> groups, long steps, Path folder, BenchProgress progress) {
        List<PairFile> training = new ArrayList<>();
        groups.forEach(group -> training.addAll(group.split().training()));
        FlowData split = FlowData.ofFiles(training, false);
        List<String> cameras =
                split.cameras().stream().map(camera -> camera.name()).toList();
        // Validated on what it is trained on: held-out scenes must not even choose the step, and there are cameras and
        // ISOs with one training pair alone.
        FilePairs pairs = new FilePairs(training, cameras, false);
        FlowData data = new FlowData(split.cameras(), pairs, pairs, split.sha256());
        Path own = folder.resolve("flow-" + steps);
        progress.say("training one flow on %d real pairs of %d cameras, %d steps"
                .formatted(training.size(), cameras.size(), steps));
        FlowWeights weights = FlowTrainer.train(
                FlowConfig.small(data.cameras()),
                data,
                FlowSchedule.of(FlowPreset.SMALL).withSteps(steps),
                SEED,
                own,
                ComputeDevice.best(),
                progress,
                Cancellation.NEVER);
        List<CurvePoint> curve = TrainingCurve.read(own.resolve(TrainingLoop.CURVE));
        return new RealFlow(
                FlowPipeline.of(weights),
                weights.training(),
                training.size(),
                steps,
                curve.getLast().seconds(),
                secondsPerStep(curve));
    }

    /// The median, so that validations and whatever else the machine did do not count.
    static double secondsPerStep(List<CurvePoint> curve) {
        List<CurvePoint> points =
                curve.stream().filter(point -> !point.losses().isEmpty()).toList();
        List<Double> rates = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            CurvePoint before = points.get(i - 1);
            CurvePoint after = points.get(i);
            rates.add((after.seconds() - before.seconds()) / (after.step() - before.step()));
        }
        if (rates.isEmpty()) {
            return curve.getLast().seconds() / curve.getLast().step();
        }
        rates.sort(null);
        return rates.get(rates.size() / 2);
    }
}
