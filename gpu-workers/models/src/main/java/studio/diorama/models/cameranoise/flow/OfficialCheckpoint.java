package studio.diorama.models.cameranoise.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.StoredTensor;
import studio.diorama.tensor.weights.TorchValue;

/// The weights that the paper's authors publish, as a `paper` flow. They are for non-commercial use only and do not
/// ship with Diorama; a user brings them.
///
/// Five phones, five ISOs, channels B, G, R. A (camera, ISO) that was not in their training has nothing but zeros in
/// the tables, and is not offered.
public final class OfficialCheckpoint {

    /// The phones, in the order of the tables.
    private static final List<String> CAMERAS = List.of("IP", "GP", "S6", "N6", "G4");

    private static final List<Double> ISOS = List.of(100.0, 400.0, 800.0, 1600.0, 3200.0);

    private static final Pattern STEP = Pattern.compile("steps\\.(\\d+)\\.(.*)");
    private static final Pattern BLOCK = Pattern.compile("gate\\.blocks\\.(\\d)\\.(norm|linear)\\.(\\d)\\.(\\w+)");

    private OfficialCheckpoint() {}

    /// @throws DioramaException naming the tensor that is missing or ill-shaped
    static FlowWeights read(TorchValue checkpoint) {
        if (!(checkpoint instanceof TorchValue.Dictionary whole)
                || !(whole.get("state_dict") instanceof TorchValue.Dictionary state)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "An official noise flow checkpoint is a dictionary with \"state_dict\", got %s."
                            .formatted(checkpoint.kind()));
        }
        String epoch = whole.find("epoch_num").map(TorchValue::toString).orElse("unknown");
        return of(state.toNamedTensors(), epoch);
    }

    private static FlowWeights of(NamedTensors state, String epoch) {
        FlowConfig shape =
                config(CAMERAS.stream().map(name -> new FlowCamera(name, ISOS)).toList());
        Map<String, float[]> values = new LinkedHashMap<>();
        for (ParameterSpec spec : FlowLayout.of(shape)) {
            String key = officialName(spec.name());
            StoredTensor tensor = find(state, key)
                    .orElseThrow(() -> new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "The checkpoint lacks \"%s\": it is not the published sRGB noise flow.".formatted(key)));
            if (tensor.elements() != spec.size()) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The checkpoint's \"%s\" must hold %d numbers in shape %s, got shape %s."
                                .formatted(key, spec.size(), spec.shape(), tensor.shape()));
            }
            values.put(spec.name(), tensor.toFloats());
        }
        FlowConfig trained = config(trainedCameras(shape, values));
        Map<String, float[]> ofTrained = new LinkedHashMap<>(values);
        return new FlowWeights(
                new FlowParameters(trained, ofTrained), "", "official checkpoint, epoch " + epoch, Optional.empty());
    }

    private static FlowConfig config(List<FlowCamera> cameras) {
        return new FlowConfig(FlowPreset.PAPER, cameras, ISOS, ChannelOrder.BGR, true, Set.of(), true, true);
    }

    /// A camera of which no ISO was trained cannot be left out without moving the others' rows.
    private static List<FlowCamera> trainedCameras(FlowConfig shape, Map<String, float[]> values) {
        List<FlowCamera> cameras = new ArrayList<>();
        for (int camera = 0; camera < CAMERAS.size(); camera++) {
            List<Double> isos = new ArrayList<>();
            for (int iso = 0; iso < ISOS.size(); iso++) {
                if (isTrained(shape, values, 3 * (iso * CAMERAS.size() + camera))) {
                    isos.add(ISOS.get(iso));
                }
            }
            if (isos.isEmpty()) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The checkpoint's tables hold nothing for camera %s: it was not trained, or is damaged."
                                .formatted(CAMERAS.get(camera)));
            }
            cameras.add(new FlowCamera(CAMERAS.get(camera), isos));
        }
        return cameras;
    }

    private static boolean isTrained(FlowConfig shape, Map<String, float[]> values, int row) {
        for (FlowStep step : shape.steps()) {
            if (step.kind() == StepKind.CONDITIONAL_LINEAR) {
                for (String table : List.of("log_scale", "bias")) {
                    float[] numbers = values.get(step.parameter(table));
                    if (numbers[row] != 0 || numbers[row + 1] != 0 || numbers[row + 2] != 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Optional<StoredTensor> find(NamedTensors state, String key) {
        return state.find(key).or(() -> state.find("module." + key));
    }

    /// The published name of one of our tensors.
    static String officialName(String ours) {
        Matcher step = STEP.matcher(ours);
        if (!step.matches()) {
            throw new IllegalArgumentException("no published name for " + ours);
        }
        return "model." + step.group(1) + "." + officialPart(step.group(2));
    }

    private static String officialPart(String part) {
        Matcher block = BLOCK.matcher(part);
        if (block.matches()) {
            String layers = block.group(2).equals("norm") ? "batch_norm_layers" : "linear_layers";
            return "_encoder.blocks.%s.%s.%s.%s".formatted(block.group(1), layers, block.group(3), block.group(4));
        }
        String network = "_shift_and_log_scale.";
        return switch (part) {
            case "log_scale", "bias" -> part;
            case "permutation" -> "p";
            case "lower" -> "l";
            case "upper" -> "u";
            case "sign" -> "sign_s";
            case "log_diagonal" -> "log_s";
            case "log_gain" -> network + "logs";
            case "scale" -> network + "scale";
            default ->
                part.replaceFirst("^first\\.", network + "conv2d_1.")
                        .replaceFirst("^first_norm\\.", network + "net.1.")
                        .replaceFirst("^second\\.", network + "conv2d_2.")
                        .replaceFirst("^second_norm\\.", network + "net.4.")
                        .replaceFirst("^last\\.", network + "conv2d_3.")
                        .replaceFirst("^gate\\.initial\\.", "_encoder.initial_layer.")
                        .replaceFirst("^gate\\.final\\.", "_encoder.final_layer.");
        };
    }
}
