package studio.diorama.worker.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Where long jobs keep what lets them go on after a crash: a folder for each, in the data folder, which outlives its
/// attempts. Workers that share no data folder begin anew.
final class Checkpoints {

    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final Path root;

    /// @param dataFolder of the installation
    Checkpoints(Path dataFolder) {
        root = dataFolder.resolve("checkpoints");
    }

    /// The job's own folder, made where it is absent.
    Path of(UUID job) {
        try {
            return Files.createDirectories(root.resolve(job.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for checkpoints cannot be made: " + root, e);
        }
    }

    /// Called when a job has ended, whatever its end.
    void forget(UUID job) {
        Path folder = root.resolve(job.toString());
        if (Files.isDirectory(folder)) {
            WorkFolder.deleteTree(folder);
        }
    }

    /// Deletes what jobs left that ended where nobody could tidy up, such as by being cancelled while they waited.
    void sweep(Instant now) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(FORGOTTEN))) {
                    WorkFolder.deleteTree(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
