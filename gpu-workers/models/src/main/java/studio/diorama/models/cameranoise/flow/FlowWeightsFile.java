package studio.diorama.models.cameranoise.flow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.SafetensorsFile;
import studio.diorama.tensor.weights.StoredTensor;
import studio.diorama.tensor.weights.TorchCheckpointFile;

/// A flow's weights as a file: safetensors with the flow's shape in the metadata. Official checkpoints (`.pth`) are
/// read too, see [OfficialCheckpoint].
public final class FlowWeightsFile {

    /// How our files end.
    public static final String FILE_EXTENSION = ".safetensors";

    private static final String FORMAT = "diorama-noise-flow-1";
    private static final long MOST_BYTES = 64L << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FlowWeightsFile() {}

    /// Ours or an official checkpoint, told apart by the first bytes.
    ///
    /// @throws DioramaException saying what does not fit
    public static FlowWeights read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DioramaException(
                    ErrorCode.NOT_FOUND, "There is no weights file %s.".formatted(file.getFileName()));
        }
        if (isZip(file)) {
            return OfficialCheckpoint.read(TorchCheckpointFile.read(file, MOST_BYTES));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return of(SafetensorsFile.read(stream, MOST_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param stream of a safetensors file, which stays open
    public static FlowWeights read(InputStream stream) {
        return of(SafetensorsFile.read(stream, MOST_BYTES));
    }

    public static void write(FlowWeights weights, Path file) {
        SafetensorsFile.write(toTensors(weights), file);
    }

    /// The same weights always give the same tensors and texts.
    static NamedTensors toTensors(FlowWeights weights) {
        FlowConfig config = weights.config();
        NamedTensors.Builder builder = NamedTensors.builder();
        for (ParameterSpec spec : FlowLayout.of(config)) {
            long[] shape = spec.shape().stream().mapToLong(Integer::longValue).toArray();
            builder.put(spec.name(), StoredTensor.ofFloats(weights.parameters().of(spec.name()), shape));
        }
        builder.metadata("format", FORMAT)
                .metadata("preset", config.preset().label())
                .metadata("cameras", json(cameras(config)))
                .metadata("iso_minimum", Double.toString(lowestIso(config)))
                .metadata("iso_maximum", Double.toString(highestIso(config)))
                .metadata("table_isos", json(config.tableIsos()))
                .metadata("order", config.order().name())
                .metadata("gate_norm", Boolean.toString(config.gateNorm()))
                .metadata(
                        "without",
                        json(config.without().stream().map(Enum::name).sorted().toList()))
                .metadata("sees_clean", Boolean.toString(config.seesClean()))
                .metadata("sees_iso", Boolean.toString(config.seesIso()))
                .metadata("data_sha256", weights.dataSha256())
                .metadata("training", weights.training());
        weights.calibration()
                .ifPresent(range -> builder.metadata(
                        "calibration",
                        json(List.of(
                                range.lowestNegativeLogLikelihood(),
                                range.highestNegativeLogLikelihood(),
                                range.lowestExcess(),
                                range.highestExcess()))));
        return builder.build();
    }

    static FlowWeights of(NamedTensors tensors) {
        Map<String, String> metadata = tensors.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Weights of format \"%s\" were expected, got \"%s\": this file is not a noise flow of this version."
                            .formatted(FORMAT, metadata.getOrDefault("format", "none")));
        }
        FlowConfig config = config(metadata);
        Map<String, float[]> values = new LinkedHashMap<>();
        tensors.tensors().forEach((name, tensor) -> values.put(name, tensor.toFloats()));
        for (ParameterSpec spec : FlowLayout.of(config)) {
            List<Long> shape = tensors.get(spec.name()).shape();
            if (!shape.equals(spec.shape().stream().map(Integer::longValue).toList())) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The noise flow's \"%s\" must have shape %s, got %s."
                                .formatted(spec.name(), spec.shape(), shape));
            }
        }
        return new FlowWeights(
                new FlowParameters(config, values),
                metadata.getOrDefault("data_sha256", ""),
                metadata.getOrDefault("training", ""),
                calibration(metadata.get("calibration")));
    }

    private static FlowConfig config(Map<String, String> metadata) {
        try {
            List<FlowCamera> cameras =
                    MAPPER.readValue(text(metadata, "cameras"), new TypeReference<List<FlowCamera>>() {});
            List<Double> isos = MAPPER.readValue(text(metadata, "table_isos"), new TypeReference<List<Double>>() {});
            List<StepKind> without =
                    MAPPER.readValue(text(metadata, "without"), new TypeReference<List<StepKind>>() {});
            return new FlowConfig(
                    FlowPreset.of(text(metadata, "preset")),
                    cameras,
                    isos,
                    ChannelOrder.valueOf(text(metadata, "order")),
                    truth(metadata, "gate_norm"),
                    Set.copyOf(without),
                    truth(metadata, "sees_clean"),
                    truth(metadata, "sees_iso"));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The noise flow's metadata (cameras, table_isos, order, without) cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static Optional<FlowWeights.Calibration> calibration(String json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            List<Double> range = MAPPER.readValue(json, new TypeReference<List<Double>>() {});
            return Optional.of(new FlowWeights.Calibration(range.get(0), range.get(1), range.get(2), range.get(3)));
        } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "The noise flow's calibration is four numbers, got " + json + ".", e);
        }
    }

    private static String text(Map<String, String> metadata, String key) {
        String text = metadata.get(key);
        if (text == null) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "The noise flow's metadata has no \"%s\".".formatted(key));
        }
        return text;
    }

    private static boolean truth(Map<String, String> metadata, String key) {
        String text = text(metadata, key);
        if (!text.equals("true") && !text.equals("false")) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The noise flow's \"%s\" must be true or false, got \"%s\".".formatted(key, text));
        }
        return text.equals("true");
    }

    private static List<Map<String, Object>> cameras(FlowConfig config) {
        return config.cameras().stream()
                .map(camera -> {
                    Map<String, Object> described = new LinkedHashMap<>();
                    described.put("name", camera.name());
                    described.put("isos", camera.isos());
                    return described;
                })
                .toList();
    }

    private static double lowestIso(FlowConfig config) {
        return config.cameras().stream()
                .mapToDouble(FlowCamera::minimumIso)
                .min()
                .orElseThrow();
    }

    private static double highestIso(FlowConfig config) {
        return config.cameras().stream()
                .mapToDouble(FlowCamera::maximumIso)
                .max()
                .orElseThrow();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("checked values could not be written", e);
        }
    }

    private static boolean isZip(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] start = stream.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
