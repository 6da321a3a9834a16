package studio.diorama.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The one libtorch of this process, and what it keeps for each thread.
final class Libtorch {

    private static final Map<Integer, Boolean> CUDA = new ConcurrentHashMap<>();

    private static volatile Started started;

    private Libtorch() {}

    /// What every scope and store is a part of.
    static PtNDManager root() {
        return started().root();
    }

    static int threads() {
        root();
        return JniUtils.getNumThreads();
    }

    /// Every array of the process that is not freed yet.
    static int arraysAlive() {
        return root().getParentManager().getManagedArrays().size();
    }

    /// A float64 array in libtorch's own memory, which a recorded graph may hold on to; the caller closes it.
    static NDArray onCpu(double[] numbers) {
        try (NDArray borrowed = root().create(numbers)) {
            return borrowed.duplicate();
        }
    }

    /// libtorch keeps these two for each thread, and their defaults are not ours: graphs are recorded only under a
    /// [GradientTape], and scripts run as written, so that the first call computes what the hundredth does.
    static void prepareThread() {
        root();
        JniUtils.setGradMode(false);
        JniUtils.setGraphExecutorOptimize(false);
    }

    static void recordGraphs(boolean record) {
        JniUtils.setGradMode(record);
    }

    static boolean canUseCuda(int index) {
        return started().engine().hasCapability("CUDA") && CUDA.computeIfAbsent(index, Libtorch::tryCuda);
    }

    private static boolean tryCuda(int index) {
        try (NDManager manager = root().newSubManager(Device.gpu(index));
                NDArray one = manager.ones(new Shape(1), DataType.FLOAT32)) {
            return one.toFloatArray()[0] == 1;
        } catch (RuntimeException noSuchDevice) {
            return false;
        }
    }

    /// The engine, and what every scope and store is a part of.
    private record Started(Engine engine, PtNDManager root) {}

    /// A start that failed is tried again at the next use, and fails with the same words.
    private static Started started() {
        Started ready = started;
        return ready != null ? ready : start();
    }

    private static synchronized Started start() {
        if (started == null) {
            Engine engine = LibtorchStart.engine();
            started = new Started(engine, (PtNDManager) engine.newBaseManager(Device.cpu()));
        }
        return started;
    }
}
