package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Everything that decides a flow's shape.
///
/// @param preset which of the two networks
/// @param cameras in the order of the tables and embeddings, at least one
/// @param tableIsos the ISOs that have rows in the tables of `paper`, rising; a row is isoIndex · cameras + cameraIndex
/// @param order of the colour channels; RGB unless imported
/// @param gateNorm whether the gate of `paper` has the published batch norm, which only evaluates (its training saw one
/// condition a batch, so its statistics mean nothing); ours trains without
/// @param without steps that an ablation leaves out; empty otherwise
/// @param seesClean whether couplings and SA see the clean picture; true but for an ablation
/// @param seesIso whether the ISO is told; true but for an ablation
public record FlowConfig(
        FlowPreset preset,
        List<FlowCamera> cameras,
        List<Double> tableIsos,
        ChannelOrder order,
        boolean gateNorm,
        Set<StepKind> without,
        boolean seesClean,
        boolean seesIso) {

    /// Of a camera's embedding in `small`.
    public static final int EMBEDDING = 4;

    /// Of the vector v = [embedding, t, t²] in `small`, t = log2(ISO/100)/5.
    public static final int CONDITION = EMBEDDING + 2;

    private static final int MOST_CAMERAS = 1000;
    private static final int MOST_ISOS = 64;

    public FlowConfig {
        requireNonNull(preset, "preset is null");
        requireNonNull(order, "order is null");
        cameras = List.copyOf(requireNonNull(cameras, "cameras is null"));
        tableIsos = List.copyOf(requireNonNull(tableIsos, "tableIsos is null"));
        without = Set.copyOf(requireNonNull(without, "without is null"));
        if (cameras.isEmpty() || cameras.size() > MOST_CAMERAS) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A noise flow knows 1 to %d cameras, got %d.".formatted(MOST_CAMERAS, cameras.size()));
        }
        if (tableIsos.size() > MOST_ISOS || (preset == FlowPreset.PAPER && tableIsos.isEmpty())) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The tables of a paper flow have 1 to %d ISOs, got %d.".formatted(MOST_ISOS, tableIsos.size()));
        }
        if (preset == FlowPreset.PAPER) {
            for (FlowCamera camera : cameras) {
                if (!tableIsos.containsAll(camera.isos())) {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "Camera \"%s\" has ISOs %s, the tables only %s."
                                    .formatted(camera.name(), camera.isos(), tableIsos));
                }
            }
        }
        for (int i = 0; i < tableIsos.size(); i++) {
            if (!(tableIsos.get(i) >= 1) || (i > 0 && tableIsos.get(i) <= tableIsos.get(i - 1))) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The ISOs of a table must be at least 1 and rise, got " + tableIsos + ".");
            }
        }
    }

    /// The small flow for these cameras.
    public static FlowConfig small(List<FlowCamera> cameras) {
        return new FlowConfig(FlowPreset.SMALL, cameras, List.of(), ChannelOrder.RGB, false, Set.of(), true, true);
    }

    /// The published flow for these cameras, its tables at every ISO that any of them was trained at.
    public static FlowConfig paper(List<FlowCamera> cameras) {
        List<Double> isos = cameras.stream()
                .flatMap(camera -> camera.isos().stream())
                .distinct()
                .sorted()
                .toList();
        return new FlowConfig(FlowPreset.PAPER, cameras, isos, ChannelOrder.RGB, false, Set.of(), true, true);
    }

    public static FlowConfig of(FlowPreset preset, List<FlowCamera> cameras) {
        return switch (preset) {
            case SMALL -> small(cameras);
            case PAPER -> paper(cameras);
        };
    }

    /// The same flow without steps of a kind, for ablations.
    public FlowConfig without(StepKind kind) {
        Set<StepKind> fewer = EnumSet.of(kind);
        fewer.addAll(without);
        return new FlowConfig(preset, cameras, tableIsos, order, gateNorm, fewer, seesClean, seesIso);
    }

    /// The same flow blind for the clean picture, for ablations.
    public FlowConfig withoutClean() {
        return new FlowConfig(preset, cameras, tableIsos, order, gateNorm, without, false, seesIso);
    }

    /// The same flow that is not told the ISO, for ablations.
    public FlowConfig withoutIso() {
        return new FlowConfig(preset, cameras, tableIsos, order, gateNorm, without, seesClean, false);
    }

    public int width() {
        return preset.width();
    }

    /// Whether the couplings' networks have batch norm.
    public boolean batchNorm() {
        return preset == FlowPreset.PAPER;
    }

    /// The invertible steps in forward order. Indices start at 2, after dequantisation and noise extraction, so that
    /// those of `paper` are the published modules'.
    public List<FlowStep> steps() {
        List<FlowStep> steps = new ArrayList<>();
        int checkerboards = 0;
        int index = 2;
        for (StepKind kind : preset.steps()) {
            if (kind == StepKind.CHANNELS) {
                steps.add(new FlowStep(index++, StepKind.MIXING, 0));
            }
            int parity = kind == StepKind.CHECKERBOARD ? checkerboards++ % 2 : 0;
            steps.add(new FlowStep(index++, kind, parity));
        }
        return steps.stream().filter(step -> !without.contains(step.kind())).toList();
    }

    /// How far, in pixels, one sample's noise depends on its neighbours: two 3×3 convolutions a coupling.
    public int haloPixels() {
        return 2
                * (int) steps().stream()
                        .filter(step -> step.kind() == StepKind.CHANNELS || step.kind() == StepKind.CHECKERBOARD)
                        .count();
    }

    /// @throws DioramaException naming the cameras that there are
    public int cameraIndex(String name) {
        for (int i = 0; i < cameras.size(); i++) {
            if (cameras.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new DioramaException(
                ErrorCode.NOT_FOUND,
                "This noise flow was not trained on a camera \"%s\"; it knows %s."
                        .formatted(name, cameras.stream().map(FlowCamera::name).collect(Collectors.joining(", "))));
    }
}
