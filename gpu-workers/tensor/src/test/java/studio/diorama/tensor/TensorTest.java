package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TensorTest {

    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open(ComputeDevice.CPU);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void broadcastsArithmetic() {
        Tensor column = scope.of(new float[] {1, 2}, 2, 1);
        Tensor row = scope.of(new float[] {10, 20, 30}, 3);
        assertThat(column.add(row).toFloats()).containsExactly(11, 21, 31, 12, 22, 32);
        assertThat(column.add(row).shape()).containsExactly(2, 3);
        assertThat(row.sub(column).toFloats()).containsExactly(9, 19, 29, 8, 18, 28);
        assertThat(row.div(column).toFloats()).containsExactly(10, 20, 30, 5, 10, 15);
        assertThat(row.mul(2).add(1).div(4).sub(0.25).toFloats()).containsExactly(5, 10, 15);
        assertThat(column.maximum(row.div(10)).toFloats()).containsExactly(1, 2, 3, 2, 2, 3);
        assertThat(column.minimum(1.5).toFloats()).containsExactly(1, 1.5f);
        assertThat(column.pow(3).toFloats()).containsExactly(1, 8);
    }

    @Test
    void computesFunctionsOfANumber() {
        function(Tensor::neg, x -> -x);
        function(Tensor::exp, Math::exp);
        function(Tensor::log, Math::log);
        function(Tensor::sin, Math::sin);
        function(Tensor::cos, Math::cos);
        function(Tensor::tanh, Math::tanh);
        function(Tensor::sigmoid, x -> 1 / (1 + Math.exp(-x)));
        function(Tensor::relu, x -> Math.max(0, x));
        function(Tensor::softplus, x -> Math.log1p(Math.exp(x)));
        function(x -> x.leakyRelu(0.1), x -> x < 0 ? 0.1 * x : x);
        function(Tensor::sqrt, Math::sqrt);
        function(Tensor::square, x -> x * x);
        function(Tensor::abs, Math::abs);
        function(Tensor::sign, Math::signum);
        function(Tensor::floor, Math::floor);
        function(Tensor::round, Math::rint);
        function(x -> x.clamp(-0.4, 1.25), x -> Math.clamp(x, -0.4, 1.25));
        function(Tensor::gelu, x -> 0.5 * x * (1 + erf(x / Math.sqrt(2))));
    }

    private void function(UnaryOperator<Tensor> operator, DoubleUnaryOperator expected) {
        double[] points = {-2.2, -0.3, 0.2, 0.9, 3.7};
        double[] results = operator.apply(scope.ofDoubles(points, 5)).toDoubles();
        for (int i = 0; i < points.length; i++) {
            double wanted = expected.applyAsDouble(points[i]);
            if (Double.isNaN(wanted)) {
                assertThat(results[i]).isNaN();
            } else {
                assertThat(results[i]).isCloseTo(wanted, within(1e-12));
            }
        }
    }

    /// The series of the error function.
    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 60; n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    @Test
    void keepsItsTypeBesideNumbers() {
        Tensor single = scope.of(new float[] {1, 2}, 2).sum().div(3);
        assertThat(single.array().getDataType().name()).isEqualTo("FLOAT32");
        assertThat(scope.ofDoubles(new double[] {0.1}, 1).add(0.2).toDoubles()).containsExactly(0.1 + 0.2);
        assertThat(scope.ofLongs(new long[] {1L << 40}, 1).add(1).toLongs()).containsExactly((1L << 40) + 1);
        assertThat(scope.ofLongs(new long[] {3}, 1).mul(0.5).toFloats()).containsExactly(1.5f);
        assertThat(scope.of(new float[] {-1.7f}, 1).toInt64().toLongs()).containsExactly(-1);
    }

    @Test
    void reduces() {
        Tensor x = scope.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertThat(x.sum().item()).isEqualTo(21);
        assertThat(x.sum(1).toFloats()).containsExactly(6, 15);
        assertThat(x.sumKeeping(0).shape()).containsExactly(1, 3);
        assertThat(x.mean().item()).isEqualTo(3.5);
        assertThat(x.mean(0, 1).item()).isEqualTo(3.5);
        assertThat(x.meanKeeping(-1).toFloats()).containsExactly(2, 5);
        assertThat(x.max().item()).isEqualTo(6);
        assertThat(x.min().item()).isEqualTo(1);
        assertThat(x.argMax(1).toLongs()).containsExactly(2, 2);
        assertThat(x.logSumExp(1).toDoubles()[0])
                .isCloseTo(Math.log(Math.E * (1 + Math.E + Math.E * Math.E)), within(1e-6));
        assertThat(x.mul(1000).logSumExp(1).toFloats()).containsExactly(3000, 6000);
        assertThat(x.softmax(1).sum(1).toFloats()).containsExactly(1, 1);
        assertThat(x.logSoftmax(0).exp().toFloats())
                .containsExactly(x.softmax(0).toFloats(), within(1e-6f));
    }

    @Test
    void changesShape() {
        Tensor x = scope.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertThat(x.transpose(1, 0).toFloats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(x.reshape(3, -1).shape()).containsExactly(3, 2);
        assertThat(x.slice(1, 1, 3).toFloats()).containsExactly(2, 3, 5, 6);
        assertThat(x.slice(-1, 0, 1).toFloats()).containsExactly(1, 4);
        assertThat(x.select(0, 1).toFloats()).containsExactly(4, 5, 6);
        assertThat(x.expandDims(1).shape()).containsExactly(2, 1, 3);
        assertThat(x.expandDims(1).squeeze(1).shape()).containsExactly(2, 3);
        assertThat(x.slice(0, 0, 1).broadcastTo(2, 3).toFloats()).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(x.flip(1).toFloats()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(x.gather(1, scope.ofLongs(new long[] {2, 0}, 2, 1)).toFloats())
                .containsExactly(3, 4);
        assertThat(scope.concat(List.of(x, x.slice(1, 0, 1)), 1).toFloats()).containsExactly(1, 2, 3, 1, 4, 5, 6, 4);
        assertThat(scope.stack(List.of(x, x), 0).shape()).containsExactly(2, 2, 3);
        assertThat(x.size(-1)).isEqualTo(3);
        assertThat(scope.scalar(2.5).shape()).isEmpty();
    }

    @Test
    void comparesAndChooses() {
        Tensor x = scope.of(new float[] {1, 2, 3, 4}, 2, 2);
        Tensor mask = x.greater(2.5);
        assertThat(x.where(mask, scope.scalar(0)).toFloats()).containsExactly(0, 0, 3, 4);
        assertThat(x.where(scope.of(new float[] {1, 0}, 2, 1).greater(0), x.neg())
                        .toFloats())
                .containsExactly(1, 2, -3, -4);
        assertThat(x.less(x.transpose(1, 0)).toFloats()).containsExactly(0, 1, 0, 0);
        assertThat(x.equal(2).toFloats()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void multipliesMatricesAndConvolves() {
        Tensor x = scope.of(new float[] {1, 2, 3, 4}, 2, 2);
        assertThat(x.matmul(x).toFloats()).containsExactly(7, 10, 15, 22);
        Tensor bias = scope.of(new float[] {100, 200}, 2);
        assertThat(x.linear(x, bias).toFloats()).containsExactly(105, 211, 111, 225);
        Tensor picture = scope.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 1, 3, 3);
        Tensor kernel = scope.of(new float[] {1, 0, 0, -1}, 1, 1, 2, 2);
        assertThat(picture.conv2d(kernel, null, 1, 0).toFloats()).containsExactly(-4, -4, -4, -4);
        assertThat(picture.conv2d(kernel, scope.of(new float[] {1}, 1), 2, 1).toFloats())
                .containsExactly(0, -2, -6, -3);
    }

    @Test
    void readsBytesAsNumbers() {
        assertThat(scope.ofBytes(new byte[] {0, 127, (byte) 200, (byte) 255}, 4).toFloats())
                .containsExactly(0, 127, 200, 255);
    }

    @Test
    void namesBothShapesWhereTheyDoNotFit() {
        Tensor two = scope.zeros(2, 3);
        assertThatThrownBy(() -> two.add(scope.zeros(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add cannot take (2, 3) and (4)");
        assertThatThrownBy(() -> two.matmul(two)).hasMessageContaining("(2, 3) and (2, 3)");
        assertThatThrownBy(() -> two.reshape(7)).hasMessageContaining("reshape to (7) cannot take (2, 3)");
        assertThatThrownBy(() -> two.conv2d(two, null, 1, 0)).hasMessageContaining("conv2d");
        assertThatThrownBy(() -> two.slice(1, 2, 4)).hasMessageContaining("slice 2 to 4 of axis 1");
        assertThatThrownBy(two::item).hasMessageContaining("(2, 3)");
        assertThatThrownBy(() -> scope.of(new float[5], 2, 3)).hasMessageContaining("has 6 numbers, got 5");
    }
}
