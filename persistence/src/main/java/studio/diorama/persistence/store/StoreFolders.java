package studio.diorama.persistence.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Where the directory store keeps what, and how files move between those places without ever being half there.
///
/// `incoming/` holds what is being written, `artifacts/ab/cd/…` what is stored, `trash/` what the garbage collector has
/// taken out but not yet forgotten.
final class StoreFolders {

    private final Path incoming;
    private final Path artifacts;
    private final Path trash;

    StoreFolders(Path root) {
        incoming = root.resolve("incoming");
        artifacts = root.resolve("artifacts");
        trash = root.resolve("trash");
        try {
            Files.createDirectories(incoming);
            Files.createDirectories(artifacts);
            Files.createDirectories(trash);
        } catch (IOException e) {
            throw new UncheckedIOException("The artifact store cannot be written: " + root, e);
        }
    }

    Path newIncoming() {
        return incoming.resolve(UUID.randomUUID() + ".part");
    }

    Path place(String sha256) {
        return artifacts
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    Path trash(String sha256) {
        return trash.resolve(sha256);
    }

    Path incoming() {
        return incoming;
    }

    Path artifacts() {
        return artifacts;
    }

    Path trash() {
        return trash;
    }

    /// Renames durably: after this returns, a power cut leaves the file at its new place alone.
    static void move(Path from, Path to) throws IOException {
        moveIn(from, to);
        syncFolder(from.getParent());
    }

    /// The same for a file whose old name may come back: after a power cut, what is in `incoming/` is swept up anyway.
    static void moveIn(Path from, Path to) throws IOException {
        createFolder(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(to.getParent());
    }

    /// A new folder is only as durable as its entry in the one above.
    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createFolder(folder.getParent());
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Another thread stores a similar hash.
        }
        syncFolder(folder.getParent());
    }

    static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
