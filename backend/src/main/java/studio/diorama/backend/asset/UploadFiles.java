package studio.diorama.backend.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The files behind uploads under way: `<id>.part`, written by one request at a time.
final class UploadFiles {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path folder;
    private final ConcurrentMap<UUID, ReentrantLock> locks = new ConcurrentHashMap<>();

    UploadFiles(Path folder) {
        this.folder = folder;
    }

    /// Takes the file for this thread alone.
    ///
    /// @throws DioramaException `CONFLICT` while another request writes it
    Part lock(UUID id) {
        ReentrantLock lock = locks.computeIfAbsent(id, key -> new ReentrantLock());
        if (!lock.tryLock()) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "Another request is sending this upload. Wait for it, then ask for the offset.");
        }
        return new Part(id, lock);
    }

    /// Deletes files without a row that have not grown since `before`.
    void deleteStrays(Predicate<UUID> isKnown, Instant before) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
            for (Path part : parts) {
                String name = part.getFileName().toString();
                UUID id = UUID.fromString(name.substring(0, name.length() - ".part".length()));
                if (!isKnown.test(id)
                        && Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /// One upload's file, held by one thread.
    final class Part implements AutoCloseable {

        private final UUID id;
        private final ReentrantLock lock;

        private Part(UUID id, ReentrantLock lock) {
            this.id = id;
            this.lock = lock;
        }

        Path path() {
            return folder.resolve(id + ".part");
        }

        /// Writes a chunk behind `offset` and syncs it. What an earlier request wrote but never confirmed is cut off
        /// first.
        ///
        /// A connection that breaks leaves what had arrived, unless a checksum was to be met.
        ///
        /// @return where the file ends now
        long append(long offset, long length, long mostBytes, InputStream bytes, Optional<Checksum> checksum)
                throws IOException {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.truncate(offset);
                file.position(offset);
                MessageDigest digest = checksum.map(Checksum::digest).orElse(null);
                long end;
                try {
                    end = copy(bytes, file, Math.min(length, offset + mostBytes), length, digest);
                } catch (IOException e) {
                    throw full(e);
                }
                if (digest != null && !checksum.orElseThrow().matches(digest.digest())) {
                    file.truncate(offset);
                    throw new DioramaException(
                            ErrorCode.CHECKSUM_MISMATCH,
                            "The chunk did not arrive as it was sent: its checksum is another one. Send it again.");
                }
                file.force(true);
                return end;
            } catch (DioramaException e) {
                truncateTo(offset);
                throw e;
            }
        }

        private static long copy(InputStream bytes, FileChannel file, long most, long length, MessageDigest digest)
                throws IOException {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (true) {
                int read;
                try {
                    read = bytes.read(buffer);
                } catch (IOException broken) {
                    if (digest != null) {
                        throw broken;
                    }
                    return file.position();
                }
                if (read < 0) {
                    return file.position();
                }
                if (file.position() + read > most) {
                    throw new DioramaException(
                            ErrorCode.TOO_LARGE,
                            most == length
                                    ? "More bytes came than the %,d that were announced.".formatted(length)
                                    : "The chunk is too large: send at most 8 MiB at a time (diorama.limits.chunk-bytes).");
                }
                ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, read);
                while (chunk.hasRemaining()) {
                    file.write(chunk);
                }
                if (digest != null) {
                    digest.update(buffer, 0, read);
                }
            }
        }

        private void truncateTo(long offset) {
            try (FileChannel file = FileChannel.open(path(), StandardOpenOption.WRITE)) {
                file.truncate(offset);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void delete() throws IOException {
            Files.deleteIfExists(path());
            locks.remove(id);
        }

        @Override
        public void close() {
            lock.unlock();
            if (Files.notExists(path())) {
                locks.remove(id, lock);
            }
        }

        private static IOException full(IOException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw new DioramaException(
                        ErrorCode.STORAGE_FULL,
                        "The disk is full: the chunk was not kept. Free some space and go on.",
                        e);
            }
            return e;
        }
    }
}
