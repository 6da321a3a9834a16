package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;
import studio.diorama.models.cameranoise.metrics.NoiseDivergence;
import studio.diorama.models.cameranoise.metrics.NoiseReport;

/// How likely a pair's noise is, as people and programs are told.
///
/// @param camera that was given, or that explains the pair best
/// @param iso likewise
/// @param nllPerDim mean negative log-likelihood under them, nats per dimension
/// @param kl the named divergences of the pair's noise from a draw under them, see [NoiseDivergence]
/// @param typical whether the likelihood lies where that of held-out pairs did; null where the weights do not say
/// @param ranking every camera and ISO that was tried, best first; empty where they were given
@JsonPropertyOrder("format")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NoiseScore(
        String camera, double iso, double nllPerDim, Map<String, Double> kl, Boolean typical, List<Ranked> ranking) {

    /// Of the JSON.
    public static final String FORMAT = "diorama.noise-score/1";

    private static final int SHOWN = 5;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public NoiseScore {
        requireNonNull(camera, "camera is null");
        ranking = List.copyOf(ranking);
    }

    /// @param camera the flow's name for it
    /// @param iso one that the camera was trained at
    /// @param nllPerDim nats per dimension, of the middle of the pair
    public record Ranked(String camera, double iso, double nllPerDim) {}

    @JsonProperty
    public String format() {
        return FORMAT;
    }

    /// Under one camera and any ISO of its range.
    ///
    /// @throws studio.diorama.common.DioramaException naming the cameras, or the range, that there are
    public static NoiseScore ofOne(
            FlowPipeline flow,
            String camera,
            double iso,
            Rgb8Image clean,
            Rgb8Image noisy,
            int threads,
            Cancellation cancellation) {
        FlowCondition condition = new FlowCondition(flow.weights().config().cameraIndex(camera), iso);
        condition.requireServedBy(flow.weights().config());
        return of(flow, condition, clean, noisy, threads, cancellation, List.of());
    }

    /// Under every camera and trained ISO; the figures are those of the best.
    public static NoiseScore ofAll(
            FlowPipeline flow,
            Rgb8Image clean,
            Rgb8Image noisy,
            int threads,
            Cancellation cancellation,
            ProgressSink progress) {
        List<Ranked> ranking = flow.score(clean, noisy, threads, cancellation, progress).ranking().stream()
                .map(candidate -> new Ranked(candidate.camera(), candidate.iso(), candidate.negativeLogLikelihood()))
                .toList();
        Ranked best = ranking.getFirst();
        FlowCondition condition = new FlowCondition(flow.weights().config().cameraIndex(best.camera()), best.iso());
        return of(flow, condition, clean, noisy, threads, cancellation, ranking);
    }

    private static NoiseScore of(
            FlowPipeline flow,
            FlowCondition condition,
            Rgb8Image clean,
            Rgb8Image noisy,
            int threads,
            Cancellation cancellation,
            List<Ranked> ranking) {
        FlowLikelihood.Judgement judgement = flow.judge(clean, noisy, condition, cancellation);
        NoiseComparison comparison = new NoiseComparison();
        comparison.add(clean, noisy, (Rgb8Image) flow.apply(
                        clean,
                        condition,
                        NoiseOptions.of(new Seed(0).child("score")).withThreads(threads),
                        cancellation,
                        ProgressSink.NONE)
                .noisy());
        return new NoiseScore(
                flow.weights().config().cameras().get(condition.camera()).name(),
                condition.iso(),
                judgement.negativeLogLikelihood(),
                divergences(comparison.report()),
                flow.weights()
                        .calibration()
                        .map(range -> range.accepts(judgement))
                        .orElse(null),
                ranking);
    }

    private static Map<String, Double> divergences(NoiseReport report) {
        Map<String, Double> divergences = new LinkedHashMap<>();
        // A picture without a single 32 × 32 patch has no kl4.
        if (Double.isFinite(report.kl4())) {
            divergences.put(NoiseDivergence.KL4.printedName(), report.kl4());
        }
        divergences.put(NoiseDivergence.KL66.printedName(), report.kl66());
        divergences.put(NoiseDivergence.KL66RAW.printedName(), report.kl66raw());
        divergences.put(NoiseDivergence.KL256.printedName(), report.kl256());
        return divergences;
    }

    /// As a file, which the report's page draws.
    public String toJson() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A score is plain data", e);
        }
    }

    /// A few lines for a terminal.
    public String toText() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%s, ISO %.0f: %.4f nats per dimension", camera, iso, nllPerDim));
        kl.forEach((name, value) -> text.append(String.format(Locale.ROOT, ", %s %.4f", name, value)));
        if (Boolean.FALSE.equals(typical)) {
            text.append("\nNot what held-out pairs looked like: a camera that these weights do not know?");
        }
        ranking.stream()
                .limit(SHOWN)
                .forEach(ranked -> text.append(String.format(
                        Locale.ROOT, "%n%-24s ISO %6.0f  %8.4f", ranked.camera(), ranked.iso(), ranked.nllPerDim())));
        return text.toString();
    }
}
