package studio.diorama.backend.rest.asset;

import java.nio.file.Path;

/// A stretch of a stored file that is to be sent as it is. No record, because those are answered as JSON.
public final class FileRange {

    private final Path file;
    private final long start;
    private final long length;

    /// @param start of its first byte in the file
    /// @param length bytes
    FileRange(Path file, long start, long length) {
        this.file = file;
        this.start = start;
        this.length = length;
    }

    Path file() {
        return file;
    }

    long start() {
        return start;
    }

    long length() {
        return length;
    }
}
