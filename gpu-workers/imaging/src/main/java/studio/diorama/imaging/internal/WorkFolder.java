package studio.diorama.imaging.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that a decoder and its child share: readable for this user alone, as it holds people's pictures
/// for moments.
public final class WorkFolder {

    private static final String SAMPLES = "samples";
    private static final String CRASH_LOG = "crash.log";

    private WorkFolder() {}

    public static Path create() {
        try {
            return Files.createTempDirectory("diorama-decoder-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the child puts a decoded picture.
    public static Path samples(Path folder) {
        return folder.resolve(SAMPLES);
    }

    /// Where the child's virtual machine writes when it crashes.
    static Path crashLog(Path folder) {
        return folder.resolve(CRASH_LOG);
    }

    /// Removes the folder as far as it can: called by whoever of the two is the last one left, maybe by both.
    public static void remove(Path folder) {
        try {
            Files.deleteIfExists(samples(folder));
            Files.deleteIfExists(crashLog(folder));
            Files.deleteIfExists(folder.toAbsolutePath());
        } catch (IOException e) {
            // What is left is for the system's cleaning of temporary files; nobody is there to be told.
            return;
        }
    }
}
