package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What a process holds at a moment. On Linux alone.
///
/// @param heapMebibytes of its Java heap that is taken, garbage included
/// @param files that it has open, connections included
/// @param connections and other sockets
/// @param threads of the system
record ProcessHandles(double heapMebibytes, int files, int connections, int threads) {

    /// @throws UncheckedIOException where the system does not tell
    static ProcessHandles of(long pid, double heapMebibytes) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> open = Files.list(process.resolve("fd"));
                Stream<Path> threads = Files.list(process.resolve("task"))) {
            List<String> targets = open.map(ProcessHandles::target).toList();
            int sockets = (int) targets.stream()
                    .filter(target -> target.startsWith("socket:"))
                    .count();
            return new ProcessHandles(heapMebibytes, targets.size(), sockets, (int) threads.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "closed meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
