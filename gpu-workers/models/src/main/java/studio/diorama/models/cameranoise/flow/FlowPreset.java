package studio.diorama.models.cameranoise.flow;

import java.util.List;
import java.util.Locale;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The two networks that there are.
public enum FlowPreset {
    /// Ours: the affine law looks at the clean pixel, a checkerboard coupling carries spatial correlation, width 16, no
    /// batch norm. Its weights ship; trains on a CPU within an hour.
    SMALL(16, List.of(StepKind.SIGNAL_DEPENDENT, StepKind.CHECKERBOARD, StepKind.CHANNELS, StepKind.CHANNELS)),

    /// As published: a table of affine laws by camera and ISO, width 4, batch norm in the couplings.
    PAPER(4, List.of(StepKind.CONDITIONAL_LINEAR, StepKind.CHANNELS, StepKind.CHANNELS));

    /// How often the block of steps is repeated (the paper's choice, kept by ours).
    private static final int BLOCKS = 4;

    private final int width;
    private final List<StepKind> block;

    FlowPreset(int width, List<StepKind> block) {
        this.width = width;
        this.block = block;
    }

    /// Hidden channels of a coupling's network.
    public int width() {
        return width;
    }

    /// The published steps of all blocks in order, without the invertible mixing before each channel coupling.
    List<StepKind> steps() {
        return java.util.Collections.nCopies(BLOCKS, block).stream()
                .flatMap(List::stream)
                .toList();
    }

    /// The name that files and commands use.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws DioramaException naming the presets that there are
    public static FlowPreset of(String label) {
        for (FlowPreset preset : values()) {
            if (preset.label().equals(label)) {
                return preset;
            }
        }
        throw new DioramaException(
                ErrorCode.INVALID_INPUT,
                "There is no preset \"%s\" of the noise flow; there are small, paper.".formatted(label));
    }
}
