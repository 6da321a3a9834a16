package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.CleanReference;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.NoisyImage;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;
import studio.diorama.models.cameranoise.flow.cpu.Area;
import studio.diorama.models.cameranoise.flow.cpu.CompiledFlow;

/// The flow as a noise model: what jobs and the command line call.
///
/// Of a condition's profile only the name counts: it says which of the flow's cameras. Compression is in the noise that
/// the flow learnt, so pictures are not compressed again. On an 8-bit picture the noisy code is ⌊256·x⌋ clamped, x
/// being clean plus noise with white at 1; 16-bit codes are 257 times the continuous 8-bit code.
public final class FlowPipeline implements NoiseModel {

    /// The name that jobs use.
    public static final String NAME = "flow";

    private static final String BUILT_IN = "/weights/camera-noise-small.safetensors";
    private static final int LIKELIHOOD_DRAWS = 4;

    private final FlowWeights weights;
    private final boolean released;
    private final double temperature;
    private final Map<FlowCondition, FlowLevels> levels = new ConcurrentHashMap<>();

    private FlowPipeline(FlowWeights weights, boolean released, double temperature) {
        this.weights = requireNonNull(weights, "weights is null");
        this.released = released;
        this.temperature = temperature;
        if (!(temperature >= 0 && temperature <= 10)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "A temperature must be 0 to 10, got " + temperature + ".");
        }
    }

    public static FlowPipeline of(FlowWeights weights) {
        return new FlowPipeline(weights, false, 1);
    }

    /// The flow whose weights ship; empty where this build has none.
    public static Optional<FlowPipeline> builtIn() {
        return Holder.BUILT_IN_FLOW;
    }

    /// The flow of a weights file, or the built-in one.
    ///
    /// @throws DioramaException where there is no file and no built-in one
    public static FlowPipeline ofFileOrBuiltIn(Optional<Path> file) {
        return file.map(path -> of(FlowWeightsFile.read(path)))
                .or(FlowPipeline::builtIn)
                .orElseThrow(
                        () -> new DioramaException(
                                ErrorCode.NOT_FOUND,
                                "This build has no noise flow weights of its own: name a weights file, or make one with: train noise"));
    }

    /// The same with base numbers multiplied: below 1 gives weaker noise than the camera's.
    public FlowPipeline withTemperature(double factor) {
        return new FlowPipeline(weights, released, factor);
    }

    /// As the published code behaves: squares of 32 pixels with borders of their own, and trained ISOs only.
    public FlowPipeline asReleased() {
        return new FlowPipeline(weights, true, temperature);
    }

    public FlowWeights weights() {
        return weights;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int haloPixels() {
        return weights.config().haloPixels();
    }

    @Override
    public NoisyImage apply(
            RgbImage clean,
            NoiseCondition condition,
            NoiseOptions options,
            Cancellation cancellation,
            ProgressSink progress) {
        return apply(clean, condition(condition), options, cancellation, progress);
    }

    /// The same for one of the flow's own cameras.
    public NoisyImage apply(
            RgbImage clean,
            FlowCondition condition,
            NoiseOptions options,
            Cancellation cancellation,
            ProgressSink progress) {
        FlowSampler sampler = sampler(condition);
        FlowLevels table =
                levels.computeIfAbsent(condition, _ -> FlowLevels.of(sampler, options.threads(), cancellation));
        Area picture = new Area(
                options.originX(),
                options.originY(),
                options.originX() + clean.width(),
                options.originY() + clean.height());
        FlowRows rows = new FlowRows(clean, picture, options.outputBitDepth(), table);
        sampler.draw(picture, options.seed(), rows, rows, options.threads(), cancellation, progress);
        return rows.drawn();
    }

    @Override
    public double negativeLogLikelihood(Rgb8Image clean, Rgb8Image noisy, NoiseCondition condition) {
        return judge(clean, noisy, condition(condition), Cancellation.NEVER).negativeLogLikelihood();
    }

    /// How likely a pair is under one of the flow's cameras and an ISO: mean over four fixed dequantisations.
    public FlowLikelihood.Judgement judge(
            Rgb8Image clean, Rgb8Image noisy, FlowCondition condition, Cancellation cancellation) {
        requireOneSize(clean, noisy);
        return FlowLikelihood.judge(
                CompiledFlow.of(weights.parameters(), condition),
                new PicturePair(clean, noisy, weights.config().order()),
                LIKELIHOOD_DRAWS,
                cancellation);
    }

    /// Which camera and ISO explain a pair best.
    ///
    /// @param threads how many conditions are tried at a time
    public FlowScore score(
            Rgb8Image clean, Rgb8Image noisy, int threads, Cancellation cancellation, ProgressSink progress) {
        requireOneSize(clean, noisy);
        return FlowScore.of(this, clean, noisy, threads, cancellation, progress);
    }

    /// A profile that stands for one of the flow's cameras in jobs: it has the name and the ISOs, and no noise of its
    /// own.
    ///
    /// @throws DioramaException naming the cameras that there are
    public CameraProfile profile(String camera) {
        FlowCamera known = weights.config().cameras().get(weights.config().cameraIndex(camera));
        ChannelNoise none = new ChannelNoise(0, 0);
        return new CameraProfile(
                CameraProfile.VERSION,
                known.name(),
                "A camera of a noise flow.",
                new Provenance("", "", "", ""),
                new ToneCurve.Srgb(),
                WhiteBalance.NEUTRAL,
                new Compression.Lossless(),
                CleanReference.NOISE_FREE,
                known.isos().stream()
                        .map(iso -> new IsoNoise(iso, none, none, none, 0, 0, 0))
                        .toList());
    }

    /// The flow's condition of a profile's name and an ISO.
    public FlowCondition condition(NoiseCondition condition) {
        FlowCondition found = new FlowCondition(
                weights.config().cameraIndex(condition.profile().name()), condition.iso());
        found.requireServedBy(weights.config());
        return found;
    }

    private FlowSampler sampler(FlowCondition condition) {
        condition.requireServedBy(weights.config());
        List<Double> trained =
                weights.config().cameras().get(condition.camera()).isos();
        if (released && !trained.contains(condition.iso())) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "As released, the flow serves the ISOs %s of camera \"%s\" only, got ISO %s."
                            .formatted(
                                    trained,
                                    weights.config()
                                            .cameras()
                                            .get(condition.camera())
                                            .name(),
                                    condition.iso()));
        }
        return new FlowSampler(
                CompiledFlow.of(weights.parameters(), condition),
                weights.config().order(),
                released ? FlowSampler.Borders.SQUARES_OF_32 : FlowSampler.Borders.PICTURE,
                temperature);
    }

    private static void requireOneSize(Rgb8Image clean, Rgb8Image noisy) {
        if (clean.width() != noisy.width() || clean.height() != noisy.height()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Both pictures of a pair must have one size, got clean %d × %d and noisy %d × %d."
                            .formatted(clean.width(), clean.height(), noisy.width(), noisy.height()));
        }
    }

    /// Read once, when first asked for.
    private static final class Holder {
        static final Optional<FlowPipeline> BUILT_IN_FLOW = read();

        private static Optional<FlowPipeline> read() {
            try (InputStream stream = FlowPipeline.class.getResourceAsStream(BUILT_IN)) {
                return stream == null ? Optional.empty() : Optional.of(of(FlowWeightsFile.read(stream)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
