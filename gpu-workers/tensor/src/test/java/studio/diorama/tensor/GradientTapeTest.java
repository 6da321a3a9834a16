package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class GradientTapeTest {

    @Test
    void agreesWithFiniteDifferences() {
        GradientCheck.of(in -> in.get(0).mul(in.get(1)).add(in.get(1)).sub(3).div(in.get(0)))
                .input(0.5, 2, 2, 3)
                .input(-1, 1, 3)
                .twice();
        GradientCheck.of(in -> in.get(0)
                        .exp()
                        .add(in.get(0).log())
                        .add(in.get(0).sqrt())
                        .add(in.get(0).pow(2.5)))
                .input(0.5, 2, 4)
                .twice();
        GradientCheck.of(in -> in.get(0)
                        .tanh()
                        .mul(in.get(0).sigmoid())
                        .mul(in.get(0).softplus())
                        .add(in.get(0).gelu()))
                .input(-2, 2, 6)
                .twice();
        GradientCheck.of(in -> in.get(0)
                        .clamp(-0.5, 0.5)
                        .add(in.get(0).relu())
                        .add(in.get(0).abs().leakyRelu(0.2)))
                .input(0.6, 1.5, 4)
                .twice();
        GradientCheck.of(in -> in.get(0)
                        .softmax(1)
                        .add(in.get(0).logSoftmax(0))
                        .add(in.get(0).logSumExp(1).expandDims(1)))
                .input(-2, 2, 3, 4)
                .twice();
        GradientCheck.of(in -> in.get(0).where(in.get(0).greater(0), in.get(1)).maximum(in.get(1)))
                .input(-1, 1, 3, 3)
                .input(-0.6, -0.2, 1, 3)
                .twice();
        GradientCheck.of(in -> in.get(0)
                        .transpose(1, 0)
                        .slice(0, 1, 3)
                        .reshape(-1)
                        .flip(0)
                        .mul(in.get(0).mean(0, 1)))
                .input(-1, 1, 2, 3)
                .twice();
        GradientCheck.of(in -> in.get(0).matmul(in.get(1)).linear(in.get(2), in.get(3)))
                .input(-1, 1, 2, 3)
                .input(-1, 1, 3, 2)
                .input(-1, 1, 2, 2)
                .input(-1, 1, 2)
                .twice();
        GradientCheck.of(in -> in.get(0).conv2d(in.get(1), in.get(2), 2, 1))
                .input(-1, 1, 1, 2, 4, 5)
                .input(-1, 1, 3, 2, 3, 3)
                .input(-1, 1, 3)
                .twice();
    }

    @Test
    void passesThroughEveryOtherOperator() {
        check(x -> x.neg().add(x.sin()).sub(x.cos()).add(x.minimum(0.3)).add(x.square()), 4);
        check(x -> x.maximum(0.3).minimum(x.mul(0.5)).mul(x), 4);
        check(x -> x.max().add(x.min()).mul(x.sum()), 5);
        check(x -> x.sum(0).mul(x.sumKeeping(1)).add(x.meanKeeping(0)), 2, 2);
        check(x -> x.select(0, 1).mul(x.slice(1, 0, 2).square()), 2, 2);
        check(
                x -> x.slice(0, 0, 1)
                        .broadcastTo(3, 2)
                        .mul(x.expandDims(0).squeeze(0).sum()),
                3,
                2);
        check(
                x -> x.gather(1, Scope.current().ofLongs(new long[] {1, 0, 0, 1}, 2, 2))
                        .square(),
                2,
                2);
        check(x -> Scope.current().concat(List.of(x, x.square()), 0), 2, 2);
        check(x -> Scope.current().stack(List.of(x.square(), x), 1), 2, 2);
        check(x -> x.copy().square(), 3);
        check(x -> x.conv2d(x.slice(0, 0, 2).slice(1, 0, 1), null, 1, 2, 2, 2), 2, 2, 3, 3);
    }

    /// DJL's own conversion cuts the graph without a word.
    @Test
    void passesConversionsOfType() {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU);
                GradientTape tape = GradientTape.open(parameters)) {
            Tensor x = parameters.declare("x", scope.full(2, 3));
            Tensor there = x.square().toFloat64().mul(3).toFloat32().mul(0.5);
            assertThat(tape.backward(there.sum()).get("x").toFloats()).containsExactly(6, 6, 6);
        }
    }

    private static void check(UnaryOperator<Tensor> operator, long... shape) {
        GradientCheck.of(in -> operator.apply(in.get(0))).input(-1, 1, shape).twice();
    }

    @Test
    void givesZerosWhereTheLossDoesNotDepend() {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU)) {
            parameters.declare("used", scope.full(3, 2));
            parameters.declare("unused", scope.ones(2, 2));
            parameters.declareFixed("fixed", scope.full(2, 2));
            try (GradientTape tape = GradientTape.open(parameters)) {
                Gradients gradients = tape.backward(parameters
                        .get("used")
                        .square()
                        .mul(parameters.get("fixed"))
                        .sum());
                assertThat(gradients.tensors()).containsOnlyKeys("used", "unused");
                assertThat(gradients.get("used").toFloats()).containsExactly(12, 12);
                assertThat(gradients.get("unused").toFloats()).containsExactly(0, 0, 0, 0);
                assertThat(gradients.get("used").isRecorded()).isFalse();
            }
        }
    }

    @Test
    void recordsOnlyWhileOpen() {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU)) {
            Tensor weight = parameters.declare("weight", scope.ones(2));
            assertThat(weight.mul(2).isRecorded()).isFalse();
            try (GradientTape tape = GradientTape.open(parameters)) {
                assertThat(weight.mul(2).isRecorded()).isTrue();
                assertThat(weight.mul(2).detach().isRecorded()).isFalse();
                assertThat(GradientTape.unrecorded(() -> weight.mul(2)).isRecorded())
                        .isFalse();
                try (Scope inner = scope.child()) {
                    assertThat(weight.mul(2).isRecorded()).isTrue();
                    assertThat(inner.ones(2).isRecorded()).isFalse();
                }
                assertThatThrownBy(() -> GradientTape.open(parameters)).hasMessageContaining("is open on this thread");
                assertThatThrownBy(() -> tape.backward(weight.mul(2))).hasMessageContaining("shape (2)");
                assertThatThrownBy(() -> tape.backward(scope.scalar(1))).hasMessageContaining("not computed from");
            }
            assertThat(weight.mul(2).isRecorded()).isFalse();
        }
    }

    @Test
    void keepsTheGraphOnRequest() {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU);
                GradientTape tape = GradientTape.open(parameters)) {
            Tensor x = parameters.declare("x", scope.full(2, 1));
            Tensor square = x.square();
            Tensor loss = square.square().sum();
            assertThat(tape.backward(loss, GradientTape.Graph.KEEP).get("x").item())
                    .isEqualTo(32);
            assertThat(tape.backward(square.sum()).get("x").item()).isEqualTo(4);
            assertThatThrownBy(() -> tape.backward(loss)).hasMessageContaining("second time");
        }
    }

    @Test
    void worksOnSeveralThreadsAtOnce() throws Exception {
        Callable<Double> work = () -> {
            double sum = 0;
            try (Parameters parameters = new Parameters(ComputeDevice.CPU)) {
                try (Scope scope = Scope.open(ComputeDevice.CPU)) {
                    parameters.declare("x", scope.full(1.5, 8, 8));
                }
                for (int i = 0; i < 50; i++) {
                    try (Scope scope = Scope.open(ComputeDevice.CPU);
                            GradientTape tape = GradientTape.open(parameters)) {
                        Tensor x = parameters.get("x");
                        sum += tape.backward(x.matmul(x).sum()).get("x").sum().item();
                    }
                }
            }
            return sum;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Double> result : threads.invokeAll(List.of(work, work, work))) {
                assertThat(result.get()).isEqualTo(50 * 2 * 8 * 1.5 * 64);
            }
        }
    }
}
