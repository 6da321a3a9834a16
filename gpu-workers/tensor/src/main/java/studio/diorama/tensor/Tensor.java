package studio.diorama.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An array of numbers of one type, on one device; float32 unless said otherwise, pictures as (N, C, H, W).
///
/// Operators broadcast as usual: shapes are aligned at their last axis, and an axis of size 1 is repeated. Axes may be
/// counted from the end, −1 being the last. Results belong to the innermost open [Scope]. An operator that cannot take
/// its operands throws [IllegalArgumentException] naming their shapes.
public final class Tensor extends Elementwise {

    Tensor(PtNDArray array) {
        super(array);
    }

    // --- What it is --------------------------------------------------------------------------------------------------

    /// Sizes of the axes, outermost first; empty for a single number.
    public long[] shape() {
        return array.getShape().getShape().clone();
    }

    /// @param axis may be negative
    public long size(int axis) {
        long[] shape = array.getShape().getShape();
        return shape[axis < 0 ? axis + shape.length : axis];
    }

    /// How many axes.
    public int rank() {
        return array.getShape().dimension();
    }

    /// How many numbers.
    public long count() {
        return array.getShape().size();
    }

    /// Whether it is part of a recorded graph, or a parameter that gradients are taken for.
    public boolean isRecorded() {
        return Operators.isRecorded(this);
    }

    // --- Numbers out -------------------------------------------------------------------------------------------------

    /// Every number, row-major.
    public float[] toFloats() {
        return Readout.of(array, DataType.FLOAT32, NDArray::toFloatArray);
    }

    /// Every number, row-major, without losing a float64's digits.
    public double[] toDoubles() {
        return Readout.of(array, DataType.FLOAT64, NDArray::toDoubleArray);
    }

    /// Every number of a whole type, row-major.
    public long[] toLongs() {
        return Readout.of(array, DataType.INT64, NDArray::toLongArray);
    }

    /// The number of a tensor that has exactly one.
    public double item() {
        if (count() != 1) {
            throw new IllegalArgumentException("item() reads a tensor of one number, got shape " + this);
        }
        return toDoubles()[0];
    }

    // --- Reductions --------------------------------------------------------------------------------------------------

    /// The sum of everything, of shape ().
    public Tensor sum() {
        return unary("sum", array::sum);
    }

    /// The sums over some axes, which go.
    public Tensor sum(int... axes) {
        return unary("sum", () -> array.sum(axes, false));
    }

    /// The sums over some axes, which stay with size 1.
    public Tensor sumKeeping(int... axes) {
        return unary("sum", () -> array.sum(axes, true));
    }

    /// The mean of everything, of shape ().
    public Tensor mean() {
        return unary("mean", array::mean);
    }

    /// The means over some axes, which go.
    public Tensor mean(int... axes) {
        return sum(axes).div(countAlong(axes));
    }

    /// The means over some axes, which stay with size 1.
    public Tensor meanKeeping(int... axes) {
        return sumKeeping(axes).div(countAlong(axes));
    }

    /// The largest of everything, of shape ().
    public Tensor max() {
        return unary("max", array::max);
    }

    /// The smallest of everything, of shape ().
    public Tensor min() {
        return unary("min", array::min);
    }

    /// Where the largest along an axis is, int64; the axis goes.
    public Tensor argMax(int axis) {
        return unary("argMax", () -> JniUtils.argMax(array, axis, false));
    }

    public Tensor softmax(int axis) {
        return unary("softmax", () -> JniUtils.softmax(array, axis, array.getDataType()));
    }

    public Tensor logSoftmax(int axis) {
        return unary("logSoftmax", () -> JniUtils.logSoftmax(array, axis, array.getDataType()));
    }

    /// ln Σ eˣ along an axis, which goes; without overflow.
    public Tensor logSumExp(int axis) {
        return Operators.logSumExp(this, axis);
    }

    private double countAlong(int[] axes) {
        return Arrays.stream(axes).mapToLong(this::size).reduce(1, Math::multiplyExact);
    }

    // --- Shape -------------------------------------------------------------------------------------------------------

    /// The same numbers in another shape; one size may be −1, for what is left.
    public Tensor reshape(long... shape) {
        return apply("reshape to " + shapeText(shape), () -> JniUtils.reshape(array, shape), this);
    }

    /// The axes in another order: axis i of the result is axis `order[i]` of this.
    public Tensor transpose(int... order) {
        long[] axes = Arrays.stream(order).asLongStream().toArray();
        return apply("transpose to " + shapeText(axes), () -> JniUtils.permute(array, axes), this);
    }

    /// The part from index `from` up to and without `to` of an axis.
    public Tensor slice(int axis, long from, long to) {
        if (from < 0 || to < from || to > size(axis)) {
            throw new IllegalArgumentException(
                    "slice %d to %d of axis %d is outside shape %s".formatted(from, to, axis, this));
        }
        return unary("slice", () -> JniUtils.slice(array, axis < 0 ? axis + rank() : axis, from, to, 1));
    }

    /// One index of an axis, which goes.
    public Tensor select(int axis, long index) {
        return slice(axis, index, index + 1).squeeze(axis);
    }

    /// Without an axis of size 1.
    public Tensor squeeze(int axis) {
        if (size(axis) != 1) {
            throw new IllegalArgumentException("axis %d of shape %s is not of size 1".formatted(axis, this));
        }
        return unary("squeeze", () -> JniUtils.squeeze(array, axis));
    }

    /// With one more axis of size 1, at that place of the result.
    public Tensor expandDims(int axis) {
        return unary("expandDims", () -> JniUtils.unsqueeze(array, axis));
    }

    public Tensor broadcastTo(long... shape) {
        return apply("broadcast to " + shapeText(shape), () -> JniUtils.broadcast(array, new Shape(shape)), this);
    }

    /// Backwards along some axes.
    public Tensor flip(int... axes) {
        long[] flipped = Arrays.stream(axes).asLongStream().toArray();
        return unary("flip", () -> JniUtils.flip(array, flipped));
    }

    /// Numbers picked along an axis: result[i][j] = this[index[i][j]][j] for axis 0 of two.
    ///
    /// @param index int64, of as many axes as this
    public Tensor gather(int axis, Tensor index) {
        return binary("gather", index, () -> JniUtils.gather(array, index.array, axis));
    }

    // --- Products ----------------------------------------------------------------------------------------------------

    /// The matrix product of the last two axes, batched over those before.
    public Tensor matmul(Tensor other) {
        return binary("matmul", other, () -> JniUtils.matmul(array, other.array));
    }

    /// x Wᵀ + b along the last axis.
    ///
    /// @param weight (out, in)
    /// @param bias (out), or null for none
    public Tensor linear(Tensor weight, Tensor bias) {
        return apply(
                "linear",
                () -> JniUtils.linear(array, weight.array, bias == null ? null : bias.array),
                this,
                weight,
                bias);
    }

    /// Cross-correlation of (N, C, H, W) with zeros around.
    ///
    /// @param weight (out, C, kernel height, kernel width)
    /// @param bias (out), or null for none
    public Tensor conv2d(Tensor weight, Tensor bias, int stride, int padding) {
        return conv2d(weight, bias, stride, padding, 1, 1);
    }

    /// @param dilation distance between the kernel's taps, 1 being the plain one
    /// @param groups of channels that do not mix; the weight is (out, C / groups, kernel height, kernel width)
    public Tensor conv2d(Tensor weight, Tensor bias, int stride, int padding, int dilation, int groups) {
        Shapes.requireConvolution(this, weight, bias, groups);
        return apply(
                "conv2d",
                () -> JniUtils.convolution(
                        array,
                        weight.array,
                        bias == null ? null : bias.array,
                        new Shape(stride, stride),
                        new Shape(padding, padding),
                        new Shape(dilation, dilation),
                        groups),
                this,
                weight,
                bias);
    }

    // --- Type and graph ----------------------------------------------------------------------------------------------

    public Tensor toFloat32() {
        return array.getDataType() == DataType.FLOAT32 ? this : Operators.toFloat32(this);
    }

    public Tensor toFloat64() {
        return array.getDataType() == DataType.FLOAT64 ? this : Operators.toFloat64(this);
    }

    /// Whole numbers, rounded towards zero.
    public Tensor toInt64() {
        return unary("toInt64", () -> array.toType(DataType.INT64, true));
    }

    /// The same numbers, which gradients do not pass; memory is shared.
    public Tensor detach() {
        return unary("detach", array::stopGradient);
    }

    /// A copy in memory of its own; gradients pass.
    public Tensor copy() {
        return Operators.copy(this);
    }

    /// The shape, as it stands in messages: `(2, 3)`.
    @Override
    public String toString() {
        return shapeText(array.getShape().getShape());
    }

    // --- For this package --------------------------------------------------------------------------------------------

    PtNDArray array() {
        return array;
    }

    Tensor moveTo(Scope scope) {
        if (array.getManager() != scope.manager()) {
            array.attach(scope.manager());
        }
        return this;
    }

    static Tensor join(String name, List<Tensor> tensors, Function<PtNDArray[], NDArray> operator) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException(name + " needs at least one tensor, got none");
        }
        PtNDArray[] arrays = tensors.stream().map(Tensor::array).toArray(PtNDArray[]::new);
        return apply(name, () -> operator.apply(arrays), tensors.toArray(Tensor[]::new));
    }

    static String shapeText(long[] shape) {
        return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
