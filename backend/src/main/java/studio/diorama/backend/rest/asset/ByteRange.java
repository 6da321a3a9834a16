package studio.diorama.backend.rest.asset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a file that is asked for (RFC 9110, section 14): one range; of several the whole file is sent instead,
/// as the standard allows.
///
/// @param start first byte
/// @param length how many
record ByteRange(long start, long length) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// @param length 0 stands for a range that no byte of the file is in
    boolean isSatisfiable() {
        return length > 0;
    }

    /// @param header `Range`, or null
    /// @return empty if the whole file is to be sent
    static Optional<ByteRange> parse(String header, long fileLength) {
        Matcher matcher = SINGLE.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), fileLength));
        }
        long start = Long.parseLong(first);
        long end = last.isEmpty() ? fileLength - 1 : Math.min(Long.parseLong(last), fileLength - 1);
        if (!last.isEmpty() && Long.parseLong(last) < start) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(start, Math.max(0, end - start + 1)));
    }

    private static ByteRange suffix(long bytes, long fileLength) {
        long length = Math.min(bytes, fileLength);
        return new ByteRange(fileLength - length, length);
    }

    /// For the header `Content-Range`.
    String describe(long fileLength) {
        return "bytes %d-%d/%d".formatted(start, start + length - 1, fileLength);
    }
}
