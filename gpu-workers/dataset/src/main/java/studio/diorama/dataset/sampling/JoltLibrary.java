package studio.diorama.dataset.sampling;

import com.github.stephengold.joltjni.Jolt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Loads Jolt's native code once a process.
final class JoltLibrary {

    private static final String NATIVE = "/linux/x86-64/com/github/stephengold/libjoltjni.so";

    private static boolean loaded;

    private JoltLibrary() {}

    /// @throws DioramaException with [ErrorCode#UNAVAILABLE] where this machine cannot run it
    static synchronized void load() {
        if (loaded) {
            return;
        }
        try (InputStream input = Jolt.class.getResourceAsStream(NATIVE)) {
            if (input == null) {
                throw unavailable(null);
            }
            Path file = Files.createTempFile("diorama-jolt", ".so");
            try {
                Files.copy(input, file, StandardCopyOption.REPLACE_EXISTING);
                System.load(file.toAbsolutePath().toString());
            } finally {
                // The loaded library stays mapped.
                Files.delete(file);
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            throw unavailable(e);
        }
        Jolt.registerDefaultAllocator();
        Jolt.newFactory();
        Jolt.registerTypes();
        loaded = true;
    }

    private static DioramaException unavailable(Throwable cause) {
        return new DioramaException(
                ErrorCode.UNAVAILABLE,
                "Physics needs Linux on x86-64: remove \"physics\": \"drop\" from the scene to render it here.",
                cause);
    }
}
