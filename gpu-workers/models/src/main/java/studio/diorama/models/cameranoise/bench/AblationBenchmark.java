package studio.diorama.models.cameranoise.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.flow.FlowConfig;
import studio.diorama.models.cameranoise.flow.FlowData;
import studio.diorama.models.cameranoise.flow.FlowLayout;
import studio.diorama.models.cameranoise.flow.FlowPreset;
import studio.diorama.models.cameranoise.flow.FlowSchedule;
import studio.diorama.models.cameranoise.flow.FlowTrainer;
import studio.diorama.models.cameranoise.flow.FlowWeights;
import studio.diorama.models.cameranoise.flow.StepKind;
import studio.diorama.tensor.ComputeDevice;

/// Leaves one part out of the small flow at a time and trains each for the same few steps on the same simulated pairs,
/// to see what every part is for.
final class AblationBenchmark {

    private static final Seed SEED = new Seed(5);

    private AblationBenchmark() {}

    private record Ablation(String name, FlowConfig config, FlowSchedule schedule) {}

    /// @param steps of each training
    /// @param folder of the trainings; those that ended there are not done again
    static List<AblationRow> run(FlowData data, long steps, Path folder, BenchProgress progress) {
        FlowConfig whole = FlowConfig.small(data.cameras());
        FlowSchedule schedule = FlowSchedule.of(FlowPreset.SMALL).withSteps(steps);
        List<Ablation> ablations = List.of(
                new Ablation("nothing", whole, schedule),
                new Ablation("K, which sees neighbours", whole.without(StepKind.CHECKERBOARD), schedule),
                new Ablation("SA, which sees the light", whole.without(StepKind.SIGNAL_DEPENDENT), schedule),
                new Ablation("the clean picture", whole.withoutClean(), schedule),
                new Ablation("the ISO", whole.withoutIso(), schedule),
                new Ablation("draws in training: likelihood alone", whole, schedule.withoutDraws()));
        progress.say("leaving parts of the flow out, %d steps each".formatted(steps));
        progress.say(AblationRow.HEADER);
        List<AblationRow> rows = new ArrayList<>();
        for (int i = 0; i < ablations.size(); i++) {
            AblationRow row = train(ablations.get(i), data, folder.resolve("ablation-%d-%d".formatted(i, steps)));
            rows.add(row);
            progress.say(row.toText());
        }
        return rows;
    }

    private static AblationRow train(Ablation ablation, FlowData data, Path folder) {
        long begun = System.nanoTime();
        FlowWeights weights = FlowTrainer.train(
                ablation.config(),
                data,
                ablation.schedule(),
                SEED,
                folder,
                ComputeDevice.best(),
                (stage, share) -> {},
                Cancellation.NEVER);
        FlowTrainer.HeldOut heldOut =
                FlowTrainer.judge(weights.parameters(), data, ablation.schedule(), SEED, ComputeDevice.best());
        return new AblationRow(
                ablation.name(),
                FlowLayout.trainedNumbers(ablation.config()),
                heldOut.negativeLogLikelihood(),
                heldOut.moments(),
                (System.nanoTime() - begun) / 1e9);
    }
}
