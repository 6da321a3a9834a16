package studio.diorama.tensor;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Starts DJL's PyTorch engine on first use: silently, without the network, with its libraries unpacked once into a
/// folder that can be written to.
///
/// That folder is the environment variable `ENGINE_CACHE_DIR`, else `DJL_CACHE_DIR`, else `.djl.ai` in the home
/// folder, else one of this user's own in the folder for temporary files. `PYTORCH_LIBRARY_PATH` names another
/// libtorch, such as one
/// with CUDA. The system property `diorama.tensor.threads` sets how many threads one CPU operator uses.
final class LibtorchStart {

    private static final String NO_CACHE = "libtorch needs a folder to unpack its libraries into: the home folder"
            + " cannot be written to, nor can one in the folder for temporary files be used (%s). Name one with"
            + " the environment variable ENGINE_CACHE_DIR.";

    private LibtorchStart() {}

    static Engine engine() {
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
            setUnlessGiven("DJL_CACHE_DIR", ownTemporaryFolder().toString());
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
