package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;
import studio.diorama.tensor.Operators.Outside;

final class OperatorsTest {

    private static final float ROUNDING = 2e-6f;

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
    void transposedConvolutionIsTheAdjointOfConvolution() {
        Tensor x = normal(1, 2, 3, 5, 6);
        Tensor kernel = normal(2, 4, 3, 3, 3);
        Tensor forward = x.conv2d(kernel, null, 2, 1); // (2, 4, 3, 3)
        Tensor y = normal(3, forward.shape());
        Tensor back = Operators.convTranspose2d(y, kernel, null, 2, 1, 0, 1, 1); // (2, 3, 5, 5)
        assertThat(back.shape()).containsExactly(2, 3, 5, 5);
        // ⟨conv(x), y⟩ = ⟨x, convᵀ(y)⟩; x's last column is never read by a stride of 2.
        double left = forward.mul(y).sum().item();
        Tensor wide = Operators.pad2d(back, 0, 1, 0, 0, 0);
        double lastColumn = x.slice(3, 5, 6).abs().sum().item();
        assertThat(lastColumn).isPositive();
        Tensor narrow = x.mul(Operators.pad2d(scope.ones(2, 3, 5, 5), 0, 1, 0, 0, 0));
        Tensor readsLast = narrow.conv2d(kernel, null, 2, 1).mul(y).sum();
        assertThat(narrow.mul(wide).sum().item()).isCloseTo(readsLast.item(), within(1e-4));
        assertThat(left).isFinite();
        GradientCheck.of(in -> Operators.convTranspose2d(in.get(0), in.get(1), in.get(2), 2, 1, 1, 1, 1))
                .input(-1, 1, 1, 2, 3, 2)
                .input(-1, 1, 2, 3, 3, 3)
                .input(-1, 1, 3)
                .twice();
        GradientCheck.of(in -> Operators.convTranspose2d(in.get(0), in.get(1), null, 1, 0, 0, 2, 2))
                .input(-1, 1, 1, 2, 3, 2)
                .input(-1, 1, 2, 1, 2, 2)
                .twice();
    }

    @Test
    void groupNormLeavesEachGroupWithMeanZeroAndVarianceOne() {
        Tensor x = normal(1, 2, 4, 3, 3).mul(5).add(2);
        Tensor y = Operators.groupNorm(x, 2, scope.ones(4), scope.zeros(4), 1e-12);
        Tensor groups = y.reshape(4, 18);
        assertThat(groups.mean(1).abs().max().item()).isLessThan(1e-6);
        assertThat(groups.square().mean(1).toFloats()).containsExactly(new float[] {1, 1, 1, 1}, within(1e-5f));
        GradientCheck.of(in -> Operators.groupNorm(in.get(0), 2, in.get(1), in.get(2), 1e-5))
                .input(-1, 1, 2, 4, 2, 1)
                .input(0.5, 1.5, 4)
                .input(-1, 1, 4)
                .twice();
    }

    @Test
    void layerNormIsTheClosedForm() {
        Tensor x = normal(4, 3, 8);
        Tensor weight = normal(5, 8);
        Tensor bias = normal(6, 8);
        Tensor centred = x.sub(x.meanKeeping(1));
        Tensor expected = centred.div(centred.square().meanKeeping(1).add(1e-5).sqrt())
                .mul(weight)
                .add(bias);
        assertThat(Operators.layerNorm(x, weight, bias, 1e-5).toFloats())
                .containsExactly(expected.toFloats(), within(ROUNDING));
        GradientCheck.of(in -> Operators.layerNorm(in.get(0), in.get(1), in.get(2), 1e-5))
                .input(-1, 1, 2, 4)
                .input(0.5, 1.5, 4)
                .input(-1, 1, 4)
                .twice();
    }

    @Test
    void gridSampleReadsPixelCentresAndBlendsBetweenThem() {
        Tensor picture = scope.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
        // Pixel centres of two pixels lie at −½ and ½.
        Tensor grid = scope.of(new float[] {-0.5f, -0.5f, 0.5f, -0.5f, 0, 0, 1, 1}, 1, 1, 4, 2);
        assertThat(Operators.gridSample(picture, grid, Outside.BORDER).toFloats())
                .containsExactly(1, 2, 2.5f, 4);
        assertThat(Operators.gridSample(picture, grid, Outside.ZEROS).toFloats())
                .containsExactly(1, 2, 2.5f, 1);
        GradientCheck.of(in -> Operators.gridSample(in.get(0), in.get(1), Outside.ZEROS))
                .input(-1, 1, 1, 2, 4, 4)
                .input(-0.7, 0.7, 1, 2, 3, 2)
                .once();
    }

    @Test
    void einsumMultipliesBatchesOfMatrices() {
        Tensor a = normal(7, 3, 2, 4);
        Tensor b = normal(8, 3, 4, 5);
        assertThat(Operators.einsum("bij,bjk->bik", a, b).toFloats())
                .containsExactly(a.matmul(b).toFloats(), within(ROUNDING));
        GradientCheck.of(in -> Operators.einsum("ij,kj,j->ik", in.get(0), in.get(1), in.get(2)))
                .input(-1, 1, 2, 3)
                .input(-1, 1, 2, 3)
                .input(-1, 1, 3)
                .twice();
        assertThatThrownBy(() -> Operators.einsum("ij\",x)#", a)).hasMessageContaining("equation such as");
        assertThatThrownBy(() -> Operators.einsum("ij,jk->ik", a, b)).hasMessageContaining("(3, 2, 4) and (3, 4, 5)");
    }

    @Test
    void scatterAddSumsWhatFallsOnOnePlace() {
        Tensor index = scope.ofLongs(new long[] {0, 2, 0, 2, 2, 1}, 3, 2);
        Tensor values = scope.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
        assertThat(Operators.scatterAdd(scope.zeros(3, 2), 0, index, values).toFloats())
                .containsExactly(4, 0, 0, 6, 5, 6);
        GradientCheck.of(in -> Operators.scatterAdd(
                                in.get(0), 0, Scope.current().ofLongs(new long[] {0, 2, 0, 1}, 4), in.get(1))
                        .square())
                .input(-1, 1, 3)
                .input(-1, 1, 4)
                .twice();
    }

    @Test
    void indexSelectPicksRows() {
        Tensor table = scope.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);
        assertThat(Operators.indexSelect(table, 0, scope.ofLongs(new long[] {2, 0, 2}, 3))
                        .toFloats())
                .containsExactly(5, 6, 1, 2, 5, 6);
        GradientCheck.of(in -> Operators.indexSelect(
                                in.get(0), 0, Scope.current().ofLongs(new long[] {2, 0, 2}, 3))
                        .square())
                .input(-1, 1, 3, 2)
                .twice();
    }

    @Test
    void attentionIsSoftmaxOfProducts() {
        Tensor query = normal(9, 2, 2, 3, 4);
        Tensor key = normal(10, 2, 2, 5, 4);
        Tensor value = normal(11, 2, 2, 5, 4);
        Tensor mask = normal(12, 3, 5);
        Tensor weights =
                query.matmul(key.transpose(0, 1, 3, 2)).div(2).add(mask).softmax(-1);
        assertThat(Operators.attention(query, key, value, mask).toFloats())
                .containsExactly(weights.matmul(value).toFloats(), within(ROUNDING));
        Tensor first = Operators.causalAttention(key, key, value).slice(2, 0, 1);
        assertThat(first.toFloats()).containsExactly(value.slice(2, 0, 1).toFloats(), within(ROUNDING));
        GradientCheck.of(in -> Operators.attention(in.get(0), in.get(1), in.get(2), null))
                .input(-1, 1, 1, 1, 2, 3)
                .input(-1, 1, 1, 1, 2, 3)
                .input(-1, 1, 1, 1, 2, 3)
                .once();
    }

    @Test
    void padsPoolsAndResizes() {
        Tensor picture = scope.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2);
        assertThat(Operators.pad2d(picture, 1, 0, 0, 1, 9).toFloats()).containsExactly(9, 1, 2, 9, 3, 4, 9, 9, 9);
        assertThat(Operators.averagePool(picture, 2).toFloats()).containsExactly(2.5f);
        assertThat(Operators.resizeNearest(picture, 2, 4).toFloats()).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
        assertThat(Operators.resizeBilinear(picture, 2, 4).toFloats())
                .containsExactly(1, 1.25f, 1.75f, 2, 3, 3.25f, 3.75f, 4);
        assertThat(Operators.cumulativeSum(picture, 3).toFloats()).containsExactly(1, 3, 3, 7);
        GradientCheck.of(in -> Operators.pad2d(Operators.averagePool(in.get(0), 2), 1, 1, 1, 1, 0)
                        .square())
                .input(-1, 1, 1, 2, 4, 4)
                .twice();
        GradientCheck.of(in -> Operators.resizeNearest(in.get(0), 5, 4).mul(Operators.resizeBilinear(in.get(0), 5, 4)))
                .input(-1, 1, 1, 1, 2, 2)
                .twice();
        GradientCheck.of(in -> Operators.cumulativeSum(in.get(0), 0).square())
                .input(-1, 1, 3)
                .twice();
    }

    @Test
    void findsWhatIsNotFinite() {
        assertThat(Operators.isFinite(scope.of(new float[] {1, -2}, 2))).isTrue();
        assertThat(Operators.isFinite(scope.of(new float[] {1, Float.NaN}, 2))).isFalse();
        assertThat(Operators.isFinite(scope.of(new float[] {1, Float.NEGATIVE_INFINITY}, 2)))
                .isFalse();
    }

    private Tensor normal(long seed, long... shape) {
        return SeededTensors.normal(scope, new Seed(seed), 0, 1, shape);
    }
}
