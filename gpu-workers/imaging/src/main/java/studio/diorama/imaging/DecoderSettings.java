package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// What a decoder's child process gets.
///
/// @param classPath where the child finds this module and its libraries
/// @param heapBytes most memory for its Java heap; a 100 megapixel photograph needs 300 MB, and as much again
/// to turn
/// @param timeLimit for one picture
public record DecoderSettings(String classPath, long heapBytes, Duration timeLimit) {

    /// 1 GiB and 60 seconds, on this process's own class path.
    public static final DecoderSettings DEFAULT =
            new DecoderSettings(System.getProperty("java.class.path"), 1L << 30, Duration.ofSeconds(60));

    public DecoderSettings {
        requireNonNull(classPath, "classPath is null");
        requireNonNull(timeLimit, "timeLimit is null");
        if (heapBytes < 16L << 20 || timeLimit.isNegative()) {
            throw new IllegalArgumentException("at least 16 MiB and no negative time expected, got %d bytes and %s"
                    .formatted(heapBytes, timeLimit));
        }
    }

    public DecoderSettings withClassPath(String path) {
        return new DecoderSettings(path, heapBytes, timeLimit);
    }

    public DecoderSettings withHeapBytes(long bytes) {
        return new DecoderSettings(classPath, bytes, timeLimit);
    }

    public DecoderSettings withTimeLimit(Duration limit) {
        return new DecoderSettings(classPath, heapBytes, limit);
    }
}
