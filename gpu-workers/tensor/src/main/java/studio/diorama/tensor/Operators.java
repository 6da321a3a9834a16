package studio.diorama.tensor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.diorama.tensor.internal.TorchScript;

/// Operators of several tensors that go beyond [Tensor]'s own methods. All have gradients; unless an operator says
/// otherwise, its gradients have gradients too.
public final class Operators {

    private static final Pattern EINSUM = Pattern.compile("[a-zA-Z.]+(,[a-zA-Z.]+)*->[a-zA-Z.]*");

    /// What lies around a picture that is sampled.
    public enum Outside {
        ZEROS,
        BORDER
    }

    private Operators() {}

    /// Convolution's transpose, for (N, C, H, W): out = (in − 1) stride − 2 padding + dilation (kernel − 1)
    /// + outputPadding + 1.
    ///
    /// @param weight (C, out / groups, kernel height, kernel width)
    /// @param bias (out), or null for none
    public static Tensor convTranspose2d(
            Tensor x,
            Tensor weight,
            Tensor bias,
            int stride,
            int padding,
            int outputPadding,
            int dilation,
            int groups) {
        String text = TorchScript.convTranspose2d(bias != null, stride, padding, outputPadding, dilation, groups);
        return run("convTranspose2d", text, x, weight, bias);
    }

    /// Mean 0 and variance 1 over each group of channels of each sample (Wu, He 2018), then scaled and shifted.
    ///
    /// @param weight (C)
    /// @param bias (C)
    public static Tensor groupNorm(Tensor x, int groups, Tensor weight, Tensor bias, double epsilon) {
        return run("groupNorm", TorchScript.groupNorm(groups, epsilon), x, weight, bias);
    }

    /// Mean 0 and variance 1 over the last axis (Ba, Kiros, Hinton 2016), then scaled and shifted.
    ///
    /// @param weight of the last axis' size
    /// @param bias of the last axis' size
    public static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
        return run("layerNorm", TorchScript.layerNorm(epsilon), x, weight, bias);
    }

    /// A picture's values at given places, bilinear between pixel centres. Its gradients have no gradients.
    ///
    /// @param x (N, C, H, W)
    /// @param grid (N, height, width, 2) of (x, y); −1 and 1 are the outer edges of the first and last pixel
    public static Tensor gridSample(Tensor x, Tensor grid, Outside outside) {
        return run("gridSample", TorchScript.gridSample(0, outside.ordinal(), false), x, grid);
    }

    /// Sums of products over named axes, such as `"bij,bjk->bik"`.
    public static Tensor einsum(String equation, Tensor... operands) {
        if (!EINSUM.matcher(equation).matches()) {
            throw new IllegalArgumentException(
                    "an equation such as \"ij,jk->ik\" expected, got \"%s\"".formatted(equation));
        }
        return run("einsum", TorchScript.einsum(equation, operands.length), operands);
    }

    /// `x` with values added at the places an index names: for axis 0 of two, result[index[i][j]][j] += values[i][j].
    ///
    /// @param index int64, of as many axes as `x`
    public static Tensor scatterAdd(Tensor x, int axis, Tensor index, Tensor values) {
        return run("scatterAdd", TorchScript.scatterAdd(axis), x, index, values);
    }

    /// Whole slices picked along an axis, such as rows of an embedding.
    ///
    /// @param index (count), int64
    public static Tensor indexSelect(Tensor x, int axis, Tensor index) {
        return run("indexSelect", TorchScript.indexSelect(axis), x, index);
    }

    /// softmax(Q Kᵀ / √d + mask) V (Vaswani et al. 2017), for (N, heads, tokens, d). Its gradients have no gradients.
    ///
    /// @param mask (…, queries, keys), added to the logits, or boolean where true may be looked at; null for none
    public static Tensor attention(Tensor query, Tensor key, Tensor value, Tensor mask) {
        return run("attention", TorchScript.attention(mask != null, false), query, key, value, mask);
    }

    /// The same where no token looks at a later one.
    public static Tensor causalAttention(Tensor query, Tensor key, Tensor value) {
        return run("causalAttention", TorchScript.attention(false, true), query, key, value);
    }

    /// A picture (N, C, H, W) with a margin of one value around.
    public static Tensor pad2d(Tensor x, int left, int right, int top, int bottom, double value) {
        return ScriptedFunction.of("pad2d", TorchScript.pad2d(left, right, top, bottom))
                .call(List.of(x), value);
    }

    /// The means of squares of `size` × `size` pixels.
    public static Tensor averagePool(Tensor x, int size) {
        return ScriptedFunction.of("averagePool", TorchScript.AVERAGE_POOL).call(List.of(x), size);
    }

    /// A picture (N, C, H, W) at another size, each pixel the nearest one.
    public static Tensor resizeNearest(Tensor x, int height, int width) {
        return ScriptedFunction.of("resizeNearest", TorchScript.UPSAMPLE_NEAREST)
                .call(List.of(x), height, width);
    }

    /// A picture (N, C, H, W) at another size, bilinear between pixel centres; meant for larger sizes.
    public static Tensor resizeBilinear(Tensor x, int height, int width) {
        return ScriptedFunction.of("resizeBilinear", TorchScript.UPSAMPLE_BILINEAR)
                .call(List.of(x), height, width);
    }

    /// Sums of everything up to each index of an axis.
    public static Tensor cumulativeSum(Tensor x, int axis) {
        return run("cumulativeSum", TorchScript.cumulativeSum(axis), x);
    }

    /// Whether no number is infinite or not a number.
    public static boolean isFinite(Tensor x) {
        return run("isFinite", TorchScript.ALL_FINITE, x).item() != 0;
    }

    /// DJL's own question answers no for everything that was computed.
    static boolean isRecorded(Tensor x) {
        return run("isRecorded", TorchScript.IS_RECORDED, x).item() != 0;
    }

    /// DJL's own conversion loses the graph.
    static Tensor toFloat32(Tensor x) {
        return run("toFloat32", TorchScript.TO_FLOAT32, x);
    }

    static Tensor toFloat64(Tensor x) {
        return run("toFloat64", TorchScript.TO_FLOAT64, x);
    }

    /// DJL's own copy loses the graph.
    static Tensor copy(Tensor x) {
        return run("copy", TorchScript.CLONE, x);
    }

    static Tensor clamp(Tensor x, double minimum, double maximum) {
        return ScriptedFunction.of("clamp", TorchScript.CLAMP).call(List.of(x), minimum, maximum);
    }

    static Tensor where(Tensor mask, Tensor x, Tensor other) {
        return run("where", TorchScript.WHERE, mask, x, other);
    }

    static Tensor logSumExp(Tensor x, int axis) {
        return run("logSumExp", TorchScript.logSumExp(axis), x);
    }

    /// Operands that are null are left out: the text was made without them.
    private static Tensor run(String name, String text, Tensor... operands) {
        return ScriptedFunction.of(name, text)
                .call(Stream.of(operands).filter(operand -> operand != null).toList());
    }
}
