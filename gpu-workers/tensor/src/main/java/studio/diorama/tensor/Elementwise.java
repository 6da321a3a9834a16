package studio.diorama.tensor;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/// What [Tensor] does number by number. Operands broadcast: shapes are aligned at their last axis, and an axis of size
/// 1 is repeated.
abstract sealed class Elementwise permits Tensor {

    final PtNDArray array;

    Elementwise(PtNDArray array) {
        this.array = requireNonNull(array, "array is null");
    }

    // --- Arithmetic --------------------------------------------------------------------------------------------------

    public Tensor add(Tensor other) {
        return binary("add", other, () -> array.add(other.array));
    }

    public Tensor add(double number) {
        return withNumber("add", number, array::add);
    }

    public Tensor sub(Tensor other) {
        return binary("sub", other, () -> array.sub(other.array));
    }

    public Tensor sub(double number) {
        return withNumber("sub", number, array::sub);
    }

    public Tensor mul(Tensor other) {
        return binary("mul", other, () -> array.mul(other.array));
    }

    public Tensor mul(double number) {
        return withNumber("mul", number, array::mul);
    }

    public Tensor div(Tensor other) {
        return binary("div", other, () -> array.div(other.array));
    }

    public Tensor div(double number) {
        return withNumber("div", number, array::div);
    }

    public Tensor pow(double exponent) {
        return withNumber("pow", exponent, array::pow);
    }

    public Tensor maximum(Tensor other) {
        return binary("maximum", other, () -> array.maximum(other.array));
    }

    public Tensor maximum(double number) {
        return withNumber("maximum", number, array::maximum);
    }

    public Tensor minimum(Tensor other) {
        return binary("minimum", other, () -> array.minimum(other.array));
    }

    public Tensor minimum(double number) {
        return withNumber("minimum", number, array::minimum);
    }

    public Tensor neg() {
        return unary("neg", array::neg);
    }

    public Tensor exp() {
        return unary("exp", array::exp);
    }

    public Tensor log() {
        return unary("log", array::log);
    }

    public Tensor sin() {
        return unary("sin", array::sin);
    }

    public Tensor cos() {
        return unary("cos", array::cos);
    }

    public Tensor tanh() {
        return unary("tanh", array::tanh);
    }

    public Tensor sigmoid() {
        return unary("sigmoid", () -> JniUtils.sigmoid(array));
    }

    public Tensor relu() {
        return unary("relu", () -> JniUtils.relu(array));
    }

    /// ln(1 + eˣ), without overflow.
    public Tensor softplus() {
        return unary("softplus", () -> JniUtils.softPlus(array));
    }

    public Tensor leakyRelu(double negativeSlope) {
        return unary("leakyRelu", () -> JniUtils.leakyRelu(array, negativeSlope));
    }

    /// x Φ(x), Φ the normal distribution (Hendrycks, Gimpel 2016), exact.
    public Tensor gelu() {
        return unary("gelu", () -> JniUtils.gelu(array));
    }

    public Tensor sqrt() {
        return unary("sqrt", array::sqrt);
    }

    public Tensor square() {
        return unary("square", array::square);
    }

    public Tensor abs() {
        return unary("abs", array::abs);
    }

    public Tensor sign() {
        return unary("sign", array::sign);
    }

    public Tensor floor() {
        return unary("floor", array::floor);
    }

    public Tensor round() {
        return unary("round", array::round);
    }

    /// Held between two numbers; the gradient is 1 inside and at the bounds, 0 outside.
    public Tensor clamp(double minimum, double maximum) {
        return Operators.clamp(self(), minimum, maximum);
    }

    // --- Comparison: boolean tensors ---------------------------------------------------------------------------------

    public Tensor greater(Tensor other) {
        return binary("greater", other, () -> array.gt(other.array));
    }

    public Tensor greater(double number) {
        return withNumber("greater", number, array::gt);
    }

    public Tensor less(Tensor other) {
        return binary("less", other, () -> array.lt(other.array));
    }

    public Tensor less(double number) {
        return withNumber("less", number, array::lt);
    }

    public Tensor equal(Tensor other) {
        return binary("equal", other, () -> array.eq(other.array));
    }

    public Tensor equal(double number) {
        return withNumber("equal", number, array::eq);
    }

    /// This where the mask is true, the other elsewhere; all three broadcast.
    ///
    /// @param mask boolean
    public Tensor where(Tensor mask, Tensor other) {
        return Operators.where(mask, self(), other);
    }

    // --- For this package --------------------------------------------------------------------------------------------

    /// Runs an operator and gives what it returns to the innermost scope; libtorch gives it to the first operand's.
    static Tensor apply(String name, Supplier<NDArray> operator, Tensor... operands) {
        Scope scope = Scope.current();
        try {
            return new Tensor((PtNDArray) operator.get()).moveTo(scope);
        } catch (EngineException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw Failures.of(name, Arrays.asList(operands), e);
        }
    }

    private Tensor self() {
        return (Tensor) this;
    }

    final Tensor unary(String name, Supplier<NDArray> operator) {
        return apply(name, operator, self());
    }

    final Tensor binary(String name, Tensor other, Supplier<NDArray> operator) {
        return apply(name, operator, self(), other);
    }

    /// The number gets this tensor's type, where that can hold it: otherwise a float64 number would turn a single
    /// float32 into a float64. It stays on the CPU, where a device's operator reads it too.
    private Tensor withNumber(String name, double number, Function<NDArray, NDArray> operator) {
        return apply(
                name,
                () -> {
                    DataType type = array.getDataType();
                    boolean fits = type.isFloating() || type == DataType.INT64 && number == Math.rint(number);
                    try (PtNDArray constant = JniUtils.full(
                            Scope.current().manager(),
                            new Shape(),
                            number,
                            fits ? type : DataType.FLOAT32,
                            ComputeDevice.CPU.toDjl(),
                            SparseFormat.DENSE)) {
                        return operator.apply(constant);
                    }
                },
                self());
    }
}
