package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder of the measurement's own and the studio that runs on it. Both go when it ends, also by Ctrl-C.
final class Workplace implements AutoCloseable {

    private final Path folder;
    private final Thread atExit = new Thread(this::clear, "benchmark-clean-up");
    private StudioServer server;
    private boolean closed;

    private Workplace(Path folder) {
        this.folder = folder;
    }

    /// @param parent where the folder is made, on the disk that is to be measured
    static Workplace in(Path parent) throws IOException {
        Workplace place = new Workplace(Files.createTempDirectory(parent, "diorama-bench-studio"));
        Runtime.getRuntime().addShutdownHook(place.atExit);
        return place;
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    /// Starts the studio; one that ran here before must have been stopped.
    StudioServer start(Path jar) throws IOException {
        Path log = folder.resolve("studio.log");
        Files.deleteIfExists(log);
        synchronized (this) {
            if (closed) {
                throw new IOException("The measurement is being stopped: no studio is started any more");
            }
            server = StudioServer.launch(jar, data(), log);
        }
        server.awaitReady();
        return server;
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The machine is going down: the hook runs as well and finds nothing left.
        }
    }

    private synchronized void clear() {
        closed = true;
        if (server != null) {
            server.kill();
        }
        if (Files.notExists(folder)) {
            return;
        }
        try {
            List<Path> deepestFirst;
            try (Stream<Path> paths = Files.walk(folder)) {
                deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the measurement is left: " + folder, e);
        }
    }
}
