package studio.diorama.worker.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where long jobs keep what lets them go on after a crash: a folder for each, in the data folder, which outlives its
/// attempts. Workers that share no data folder begin anew.
final class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Path root;
    private final Predicate<UUID> over;

    /// @param dataFolder of the installation
    /// @param over whether a job has ended, or is not known
    Checkpoints(Path dataFolder, Predicate<UUID> over) {
        root = dataFolder.resolve("checkpoints");
        this.over = over;
    }

    /// The job's own folder, made where it is absent.
    Path of(UUID job) {
        try {
            return Files.createDirectories(root.resolve(job.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for checkpoints cannot be made: " + root, e);
        }
    }

    /// Deletes what jobs left that are over, wherever they ended: in this worker, in another one that died then, or in
    /// the queue. What cannot be deleted now stays until the next time.
    void sweep() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : folders) {
                if (over.test(UUID.fromString(folder.getFileName().toString()))) {
                    WorkFolder.deleteTree(folder);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Checkpoints of jobs that have ended could not be deleted: {}", e.toString());
        }
    }
}
