package studio.diorama.models.cameranoise.calibration;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How near a calibrated camera's noise comes to real noise that it was not trained on.
///
/// @param camera its name
/// @param isos that there were pairs of, rising
/// @param trainingPairs pairs learnt from
/// @param heldOutPairs pairs judged by
/// @param byScene whether held-out pairs are of other scenes; false where there was one scene only
/// @param training what was run, for people
/// @param seconds that training took
/// @param warnings sentences for a person
/// @param models the flow first, then the classical models fitted on the same pairs
/// @param brightness centres of the bins of clean brightness, 8-bit codes
/// @param laws real noise first, then each model's
/// @param curve of the training
@JsonPropertyOrder("format")
public record CalibrationReport(
        String camera,
        List<Integer> isos,
        int trainingPairs,
        int heldOutPairs,
        boolean byScene,
        String training,
        double seconds,
        List<String> warnings,
        List<Match> models,
        List<Double> brightness,
        List<Law> laws,
        List<Point> curve) {

    /// Of the JSON.
    public static final String FORMAT = "diorama.noise-report/1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public CalibrationReport {
        requireNonNull(camera, "camera is null");
        requireNonNull(training, "training is null");
        isos = List.copyOf(isos);
        warnings = List.copyOf(warnings);
        models = List.copyOf(models);
        brightness = List.copyOf(brightness);
        laws = List.copyOf(laws);
        curve = List.copyOf(curve);
    }

    /// @param name of the model
    /// @param nllPerDim nats per dimension of the held-out pairs
    /// @param kl the named divergences, see [studio.diorama.models.cameranoise.metrics.NoiseDivergence]
    /// @param deviationError relative, see [studio.diorama.models.cameranoise.metrics.NoiseReport]
    /// @param meanError 8-bit codes
    /// @param autocorrelationError lags 1 to 4
    /// @param channelCorrelationError of the three pairs of channels
    public record Match(
            String name,
            double nllPerDim,
            Map<String, Double> kl,
            double deviationError,
            double meanError,
            double autocorrelationError,
            double channelCorrelationError) {}

    /// @param name `real` or a model's
    /// @param deviation (channels red, green, blue × bins) 8-bit codes; null where a bin holds too few samples
    /// @param mean (channels × bins) 8-bit codes; null likewise
    /// @param autocorrelation of the green channel along the row, lags 1 to 4
    public record Law(
            String name, List<List<Double>> deviation, List<List<Double>> mean, List<Double> autocorrelation) {}

    /// @param step of the optimiser
    /// @param training loss of that step's batch, nats per dimension; null where only held-out patches were looked
    /// at
    /// @param validation NLL of held-out patches; null between two looks at them
    public record Point(long step, Double training, Double validation) {}

    @JsonProperty
    public String format() {
        return FORMAT;
    }

    /// As a file, which the report's page draws.
    public String toJson() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report is plain data", e);
        }
    }

    /// A few lines for a terminal.
    public String toText() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: learnt from %d pairs in %.0f s, judged on %d others%s%n%-16s %8s %8s %8s %8s %8s %7s %7s %7s%n",
                camera,
                trainingPairs,
                seconds,
                heldOutPairs,
                byScene ? "" : " of the same scene",
                "",
                "NLL",
                "kl4",
                "kl66",
                "kl66raw",
                "kl256",
                "std %",
                "mean",
                "autoc"));
        for (Match match : models) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-16s %8.3f %8.4f %8.4f %8.4f %8.4f %7.1f %7.2f %7.3f%n",
                    match.name(),
                    match.nllPerDim(),
                    match.kl().get("kl4"),
                    match.kl().get("kl66"),
                    match.kl().get("kl66raw"),
                    match.kl().get("kl256"),
                    100 * match.deviationError(),
                    match.meanError(),
                    match.autocorrelationError()));
        }
        warnings.forEach(warning -> text.append("Note: ").append(warning).append(System.lineSeparator()));
        return text.toString().stripTrailing();
    }
}
