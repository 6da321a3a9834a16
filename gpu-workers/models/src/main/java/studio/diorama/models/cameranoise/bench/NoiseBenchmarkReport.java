package studio.diorama.models.cameranoise.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;

/// Everything that one run measured.
///
/// @param speed of the classical models
/// @param flowSpeed of the flow under test; null without one
/// @param flowTraining what the flow under test says of its training; null without one
/// @param realFlow the flow that was trained here on real pairs; null where that was left out
/// @param quality tables of noise beside held-out noise
/// @param inference how well flows tell cameras and ISOs
/// @param continuousIso between full stops
/// @param ablations flows that lack a part each
/// @param targets what is aimed at
/// @param leftOut what was not measured, and why
@JsonPropertyOrder("format")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoiseBenchmarkReport(
        List<DrawingSpeed> speed,
        FlowSpeed flowSpeed,
        String flowTraining,
        RealFlow realFlow,
        List<QualityTable> quality,
        List<MetadataInference> inference,
        List<ContinuousIso> continuousIso,
        List<AblationRow> ablations,
        List<BenchFigure> targets,
        List<String> leftOut) {

    public NoiseBenchmarkReport {
        speed = List.copyOf(speed);
        quality = List.copyOf(quality);
        inference = List.copyOf(inference);
        continuousIso = List.copyOf(continuousIso);
        ablations = List.copyOf(ablations);
        targets = List.copyOf(targets);
        leftOut = List.copyOf(leftOut);
    }

    /// Of the JSON.
    @JsonProperty
    public String format() {
        return "diorama.noise-benchmark/1";
    }

    /// Tables for people.
    public String toText() {
        StringBuilder text = new StringBuilder();
        if (!speed.isEmpty()) {
            text.append("Speed, classical models on one thread (processor time), without encoding and JPEG:\n");
            speed.forEach(one -> line(text, one.toText()));
        }
        if (flowSpeed != null) {
            line(text, flowSpeed.toText());
        }
        if (flowTraining != null) {
            line(text, "\nThe flow: " + flowTraining);
        }
        if (realFlow != null) {
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            "%nThe flow on real pairs: %s;%n  %d training pairs, %.0f s, %.2f s a step",
                            realFlow.description(),
                            realFlow.trainingPairs(),
                            realFlow.seconds(),
                            realFlow.secondsPerStep()));
        }
        quality.forEach(table -> text.append('\n').append(table.toText()));
        line(text, QualityTable.LEGEND);
        if (!inference.isEmpty()) {
            line(text, "\nTelling camera and ISO from a held-out pair:");
            inference.forEach(one -> line(text, one.toText()));
        }
        if (!continuousIso.isEmpty()) {
            line(text, "\nAn ISO between two full stops, against the simulator at that ISO:");
            line(text, ContinuousIso.HEADER);
            continuousIso.forEach(one -> line(text, one.toText()));
        }
        if (!ablations.isEmpty()) {
            line(text, "\nThe small flow without one of its parts, each trained for the same few steps:");
            line(text, AblationRow.HEADER);
            ablations.forEach(one -> line(text, one.toText()));
        }
        if (!targets.isEmpty()) {
            line(text, "\nTargets:");
            targets.forEach(one -> line(text, one.toText()));
        }
        leftOut.forEach(one -> line(text, "Left out: " + one));
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
