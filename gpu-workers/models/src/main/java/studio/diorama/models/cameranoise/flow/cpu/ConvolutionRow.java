package studio.diorama.models.cameranoise.flow.cpu;

/// A convolution along pixels that lie side by side: out[o][i] = start[o] + Σ over taps t of
/// in[from + taps[t] + i] · weight(t, o), for i from 0 to `count` (and up to [RowMath#SLACK] more, which is garbage).
///
/// @param in where the inputs lie
/// @param from place of the first output pixel in `in`
/// @param taps where each tap's input lies, relative to the output pixel's place
/// @param weights of all outputs and taps
/// @param start what each output starts from
/// @param out gets the sums
/// @param to place of the first pixel of the first output
/// @param stride from one output channel's row to the next one's
/// @param count pixels
/// @param rectified whether negative sums become 0
record ConvolutionRow(
        float[] in,
        int from,
        int[] taps,
        PackedWeights weights,
        float[] start,
        float[] out,
        int to,
        int stride,
        int count,
        boolean rectified) {}
