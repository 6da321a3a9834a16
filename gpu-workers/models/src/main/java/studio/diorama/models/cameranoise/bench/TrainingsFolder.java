package studio.diorama.models.cameranoise.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Where a benchmark's trainings are kept: a folder that stays, so that a stopped run goes on, or one that goes.
final class TrainingsFolder {

    private TrainingsFolder() {}

    static <T> T with(Optional<Path> kept, Function<Path, T> work) {
        try {
            if (kept.isPresent()) {
                return work.apply(Files.createDirectories(kept.get()));
            }
            Path folder = Files.createTempDirectory("diorama-noise-trainings");
            try {
                return work.apply(folder);
            } finally {
                BenchScenes.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
