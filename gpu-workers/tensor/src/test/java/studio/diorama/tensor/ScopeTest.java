package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;
import studio.diorama.tensor.optimise.Adam;
import studio.diorama.tensor.optimise.AdamSettings;
import studio.diorama.tensor.optimise.ExponentialMovingAverage;
import studio.diorama.tensor.optimise.GradientClip;

final class ScopeTest {

    @Test
    void freesWhatWasMadeInside() {
        int before = Scope.aliveInProcess();
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            scope.zeros(3).add(1).exp().sum();
            assertThat(scope.alive()).isEqualTo(4);
            assertThat(Scope.aliveInProcess()).isEqualTo(before + 4);
        }
        assertThat(Scope.aliveInProcess()).isEqualTo(before);
    }

    @Test
    void givesResultsToTheInnermostScope() {
        try (Scope outer = Scope.open(ComputeDevice.CPU)) {
            Tensor x = outer.ones(2);
            Tensor kept;
            try (Scope inner = outer.child()) {
                Tensor doubled = x.mul(2);
                kept = inner.handOut(x.mul(3));
                assertThat(inner.alive()).isEqualTo(1);
                assertThat(outer.alive()).isEqualTo(2);
                assertThat(doubled.toFloats()).containsExactly(2, 2);
            }
            assertThat(outer.alive()).isEqualTo(2);
            assertThat(kept.toFloats()).containsExactly(3, 3);
        }
    }

    @Test
    void letsAViewOutliveWhatItViews() {
        try (Scope outer = Scope.open(ComputeDevice.CPU)) {
            Tensor view;
            try (Scope inner = outer.child()) {
                view = outer.adopt(inner.of(new float[] {1, 2, 3, 4}, 4).reshape(2, 2));
            }
            assertThat(view.toFloats()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void losesNothingInAThousandTrainingSteps() {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU)) {
            try (Scope scope = Scope.open(ComputeDevice.CPU)) {
                parameters.declare("kernel", SeededTensors.normal(scope, new Seed(1), 0, 0.1, 4, 3, 3, 3));
                parameters.declare("scale", scope.ones(4, 1, 1));
            }
            Adam adam = new Adam(parameters, AdamSettings.adamW(0.01));
            ExponentialMovingAverage average = new ExponentialMovingAverage(parameters, 0.99);
            step(parameters, adam, average, 0);
            int before = Scope.aliveInProcess();
            for (int step = 1; step <= 1000; step++) {
                step(parameters, adam, average, step);
            }
            assertThat(Scope.aliveInProcess()).isEqualTo(before);
            adam.close();
            average.close();
        }
    }

    private static void step(Parameters parameters, Adam adam, ExponentialMovingAverage average, int step) {
        try (Scope scope = Scope.open(ComputeDevice.CPU);
                GradientTape tape = GradientTape.open(parameters)) {
            Tensor x = SeededTensors.uniform(scope, new Seed(step), -1, 1, 2, 3, 5, 5);
            Tensor y = x.conv2d(parameters.get("kernel"), null, 1, 1).mul(parameters.get("scale"));
            Tensor mixed = scope.concat(List.of(y.tanh(), y.clamp(-1, 1)), 1)
                    .where(scope.scalar(1).greater(0), scope.scalar(0));
            Tensor loss = mixed.sub(1)
                    .square()
                    .mean()
                    .add(parameters.get("scale").mul(0.1).exp().log().sum());
            Gradients gradients = tape.backward(loss);
            GradientClip.globalNorm(gradients, 1);
            adam.step(gradients, 1e-3);
            average.update();
            parameters.get("kernel").transpose(1, 0, 2, 3).toFloats();
        }
    }

    @Test
    void worksOnSeveralThreadsAtOnce() throws Exception {
        try (Parameters parameters = new Parameters(ComputeDevice.CPU)) {
            try (Scope scope = Scope.open(ComputeDevice.CPU)) {
                parameters.declare("weight", SeededTensors.normal(scope, new Seed(1), 0, 1, 16, 16));
            }
            Callable<float[]> work = () -> {
                float[] result = null;
                for (int round = 0; round < 50; round++) {
                    try (Scope scope = Scope.open(ComputeDevice.CPU)) {
                        Tensor x = SeededTensors.normal(scope, new Seed(2), 0, 1, 4, 16);
                        Tensor y = x.linear(parameters.get("weight"), null).relu();
                        assertThat(y.isRecorded()).isFalse();
                        result = y.toFloats();
                    }
                }
                return result;
            };
            float[] expected = work.call();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                for (Future<float[]> result : threads.invokeAll(List.of(work, work, work, work))) {
                    assertThat(result.get()).containsExactly(expected);
                }
            }
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Tensor orphan;
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            orphan = scope.ones(1);
            assertThatThrownBy(() -> scope.handOut(orphan)).hasMessageContaining("no scope around");
            Thread thread = Thread.ofPlatform().unstarted(() -> {
                assertThatThrownBy(() -> orphan.add(1)).hasMessageContaining("no scope is open");
                assertThatThrownBy(scope::close).hasMessageContaining("closed by the thread that opened it");
            });
            Throwable[] failure = new Throwable[1];
            thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
            thread.start();
            thread.join();
            assertThat(failure[0]).isNull();
        }
        assertThatThrownBy(() -> orphan.add(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesVirtualThreadsAndParameters() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Scope> scope = threads.submit(() -> Scope.open(ComputeDevice.CPU));
            assertThatThrownBy(scope::get).hasMessageContaining("platform threads");
        }
        try (Parameters parameters = new Parameters(ComputeDevice.CPU);
                Scope scope = Scope.open(ComputeDevice.CPU)) {
            Tensor parameter = parameters.declare("x", scope.ones(1));
            assertThatThrownBy(() -> scope.adopt(parameter)).hasMessageContaining("copy()");
        }
    }

    @Test
    void closesTheScopesInsideIt() {
        int before = Scope.aliveInProcess();
        Scope outer = Scope.open(ComputeDevice.CPU);
        Scope inner = outer.child();
        inner.ones(3);
        outer.close();
        inner.close();
        assertThat(Scope.aliveInProcess()).isEqualTo(before);
    }
}
