package studio.diorama.models.cameranoise.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.flow.FlowData;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;

/// What the camera noise models are worth, measured: how fast they draw, how near their noise comes to real and to
/// simulated noise that they were not made on, and what the flow alone can do.
public final class NoiseBenchmark {

    private final NoiseBenchmarkOptions options;
    private final BenchProgress progress;
    private final List<QualityTable> quality = new ArrayList<>();
    private final List<MetadataInference> inference = new ArrayList<>();
    private final List<ContinuousIso> continuousIso = new ArrayList<>();
    private final List<AblationRow> ablations = new ArrayList<>();
    private final List<BenchFigure> targets = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private RealFlow realFlow;

    private NoiseBenchmark(NoiseBenchmarkOptions options, BenchProgress progress) {
        this.options = options;
        this.progress = progress;
    }

    /// @param progress is told every result as it comes
    public static NoiseBenchmarkReport run(NoiseBenchmarkOptions options, PrintWriter progress) {
        return new NoiseBenchmark(options, new BenchProgress(progress)).measure();
    }

    private NoiseBenchmarkReport measure() {
        progress.say("measuring how fast the models draw");
        List<DrawingSpeed> speed = SpeedBenchmark.run();
        speed.forEach(one -> progress.say(one.toText()));
        FlowSpeed flowSpeed = options.flow().map(FlowSpeed::measure).orElse(null);
        if (flowSpeed == null) {
            leftOut.add("the flow on simulated cameras: this build has no weights of its own, and none were named");
        } else {
            progress.say(flowSpeed.toText());
        }
        simulated();
        real();
        ablations();
        return new NoiseBenchmarkReport(
                speed,
                flowSpeed,
                options.flow().map(flow -> flow.weights().training()).orElse(null),
                realFlow,
                quality,
                inference,
                continuousIso,
                ablations,
                targets,
                leftOut);
    }

    private void simulated() {
        BenchScenes.withPairs(BenchScenes.procedural(), SyntheticSensors.training(), groups -> {
            judgeSimulated("procedural scenes", groups);
            return null;
        });
        if (!Files.isDirectory(options.photographs())) {
            leftOut.add("simulated cameras before photographs: no folder photos/kodak in the data");
            return;
        }
        List<NoiseSource> photographs = BenchScenes.photographs(options.photographs());
        BenchScenes.withPairs(photographs, SyntheticSensors.training(), groups -> {
            judgeSimulated("photographs", groups);
            options.flow()
                    .ifPresent(flow -> inference.add(
                            MetadataInference.of("simulated cameras, photographs", flow, groups, progress)));
            return null;
        });
        options.flow()
                .ifPresent(flow -> continuousIso.addAll(
                        ContinuousIso.all(SyntheticSensors.training(), flow, photographs, progress)));
        BenchScenes.withPairs(photographs, SyntheticSensors.heldOut(), groups -> {
            String title = "Simulated pairs, photographs, cameras that the flow does not know:";
            quality.add(new QualityBenchmark(Optional.empty(), progress).run(title, groups));
            return null;
        });
    }

    private void judgeSimulated(String scenes, List<PairGroup> groups) {
        String title = "Simulated pairs, %s, held-out ones that no model saw:".formatted(scenes);
        QualityTable table = new QualityBenchmark(options.flow(), progress).run(title, groups);
        quality.add(table);
        targets.addAll(QualityTargets.onSimulated(scenes, table));
    }

    private void ablations() {
        if (options.ablationSteps() == 0) {
            leftOut.add("flows that lack a part, for 0 steps were asked for (--ablation-steps)");
            return;
        }
        FlowData data = FlowData.simulated(SyntheticSensors.training());
        ablations.addAll(TrainingsFolder.with(
                options.trainings(), kept -> AblationBenchmark.run(data, options.ablationSteps(), kept, progress)));
    }

    private void real() {
        Path folder = options.realPairs();
        if (!Files.isDirectory(folder)) {
            leftOut.add("real pairs: no folder camera-noise/polyu/CroppedImages in the data");
            return;
        }
        List<PairGroup> groups = PairGroup.of(PairFolder.find(folder, Optional.empty(), OptionalInt.empty()));
        if (options.flowSteps() == 0) {
            leftOut.add("the flow on real pairs, for 0 steps were asked for");
        } else {
            realFlow = TrainingsFolder.with(
                    options.trainings(), kept -> RealFlow.train(groups, options.flowSteps(), kept, progress));
        }
        Optional<FlowPipeline> flow = Optional.ofNullable(realFlow).map(RealFlow::flow);
        String title = "Real pairs (PolyU), made on training scenes, judged on held-out scenes:";
        QualityTable table = new QualityBenchmark(flow, progress).run(title, groups);
        quality.add(table);
        targets.addAll(QualityTargets.onReal(table));
        flow.ifPresent(known -> inference.add(MetadataInference.of("real cameras", known, groups, progress)));
    }
}
