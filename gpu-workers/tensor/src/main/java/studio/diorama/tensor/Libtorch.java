package studio.diorama.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Starts DJL's PyTorch engine on first use: silently, without the network, with its libraries unpacked once into a
/// folder that can be written to.
///
/// That folder is the environment variable `ENGINE_CACHE_DIR`, else `DJL_CACHE_DIR`, else `.djl.ai` in the home
/// folder, else one of this user's own in the folder for temporary files. `PYTORCH_LIBRARY_PATH` names another
/// libtorch, such as one
/// with CUDA. The system property `diorama.tensor.threads` sets how many threads one CPU operator uses.
final class Libtorch {

    private static final Map<Integer, Boolean> CUDA = new ConcurrentHashMap<>();

    private Libtorch() {}

    /// What every scope and store is a part of.
    static PtNDManager root() {
        return Holder.ROOT;
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
        return Holder.ENGINE.hasCapability("CUDA") && CUDA.computeIfAbsent(index, Libtorch::tryCuda);
    }

    private static boolean tryCuda(int index) {
        try (NDManager manager = root().newSubManager(Device.gpu(index));
                NDArray one = manager.ones(new Shape(1), DataType.FLOAT32)) {
            return one.toFloatArray()[0] == 1;
        } catch (RuntimeException noSuchDevice) {
            return false;
        }
    }

    private static final class Holder {

        private static final Engine ENGINE = start();
        private static final PtNDManager ROOT = (PtNDManager) ENGINE.newBaseManager(Device.cpu());

        private static final String NO_CACHE = "libtorch needs a folder to unpack its libraries into: the home folder"
                + " cannot be written to, nor can one in the folder for temporary files be used (%s). Name one with"
                + " the environment variable ENGINE_CACHE_DIR.";

        private static Engine start() {
            setUnlessGiven("ai.djl.offline", "true");
            setUnlessGiven("OPT_OUT_TRACKING", "true");
            setUnlessGiven("ai.djl.pytorch.graph_optimizer", "false");
            setUnlessGiven("org.slf4j.simpleLogger.log.ai.djl", "warn");
            setUnlessGiven("org.slf4j.simpleLogger.log.ai.djl.util.cuda", "off"); // warns where there is no GPU
            String threads = System.getProperty("diorama.tensor.threads");
            if (threads != null) {
                setUnlessGiven("ai.djl.pytorch.num_threads", threads);
            }
            chooseCacheFolder();
            try {
                return Engine.getEngine("PyTorch");
            } catch (RuntimeException | LinkageError e) {
                throw new DioramaException(
                        ErrorCode.UNAVAILABLE,
                        ("libtorch did not start: %s. It needs a 64-bit Linux with glibc, or PYTORCH_LIBRARY_PATH naming"
                                        + " the lib folder of a libtorch 2.7.1 for this machine.")
                                .formatted(rootMessage(e)),
                        e);
            }
        }

        private static void chooseCacheFolder() {
            boolean given = System.getenv("ENGINE_CACHE_DIR") != null || System.getenv("DJL_CACHE_DIR") != null;
            if (!given && System.getProperty("DJL_CACHE_DIR") == null && !isHomeWritable()) {
                setUnlessGiven("ENGINE_CACHE_DIR", ownTemporaryFolder().toString());
            }
        }

        private static boolean isHomeWritable() {
            Path home = Path.of(System.getProperty("user.home", ""));
            Path cache = home.resolve(".djl.ai");
            return Files.isWritable(Files.exists(cache) ? cache : home);
        }

        /// Code is loaded from there, so nobody else may have made it or may write to it.
        private static Path ownTemporaryFolder() {
            String user = System.getProperty("user.name", "");
            Path folder = Path.of(System.getProperty("java.io.tmpdir"), "diorama-libtorch-" + user);
            Set<PosixFilePermission> mineAlone = PosixFilePermissions.fromString("rwx------");
            try {
                if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mineAlone));
                }
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder).getName().equals(user)
                        && Files.getPosixFilePermissions(folder).equals(mineAlone)) {
                    return folder;
                }
            } catch (IOException | UnsupportedOperationException e) {
                throw new DioramaException(ErrorCode.UNAVAILABLE, NO_CACHE.formatted(e.getMessage()), e);
            }
            throw new DioramaException(ErrorCode.UNAVAILABLE, NO_CACHE.formatted("it is somebody else's"));
        }

        private static void setUnlessGiven(String property, String value) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        }

        private static String rootMessage(Throwable failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.getMessage();
        }
    }
}
