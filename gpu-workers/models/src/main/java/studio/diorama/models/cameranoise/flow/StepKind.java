package studio.diorama.models.cameranoise.flow;

/// What a step of the flow does to the noise. The letters are the paper's.
public enum StepKind {
    /// CL2: an affine law for each (ISO, camera) from a table.
    CONDITIONAL_LINEAR,
    /// SA: an affine law from the clean pixel, camera and ISO; ours, in CL2's place.
    SIGNAL_DEPENDENT,
    /// K: half of the pixels, as on a checkerboard, decide the affine law of the others; ours.
    CHECKERBOARD,
    /// The invertible 1×1 convolution before every channel coupling.
    MIXING,
    /// CAC: the first channel and the clean picture decide the affine law of the other two channels.
    CHANNELS
}
