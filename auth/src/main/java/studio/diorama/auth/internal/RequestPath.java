package studio.diorama.auth.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Judges a request's path as it came over the wire, before anything decodes it. Two parts of a server that read the
/// same path in two ways are how walls are passed by, so every path that could be read in two ways is refused.
final class RequestPath {

    /// Matrix parameters, separators and NUL in disguise, and dots in disguise.
    private static final Pattern DISGUISE = Pattern.compile("[;\\\\]|%3b|%2f|%5c|%00|%2e");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-f]{2})");

    private static final Pattern ODD_SEGMENT = Pattern.compile("//|/\\.{1,2}(/|$)");

    private RequestPath() {}

    /// @param target the request target with its query
    /// @return what is wrong with it, or empty
    static Optional<String> fault(String target) {
        int end = target.indexOf('?');
        String path = (end < 0 ? target : target.substring(0, end)).toLowerCase(Locale.ROOT);
        if (!path.startsWith("/")) {
            return Optional.of("The path has to start with a slash.");
        }
        if (DISGUISE.matcher(path).find()) {
            return Optional.of("The path must not contain ; \\ or the escapes %2e %2f %3b %5c %00.");
        }
        if (BROKEN_ESCAPE.matcher(path).find()) {
            return Optional.of("In the path, each % has to be followed by two hexadecimal digits.");
        }
        if (ODD_SEGMENT.matcher(path).find()) {
            return Optional.of("The path must not contain // or the segments . and ..");
        }
        boolean plain = path.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
        return plain ? Optional.empty() : Optional.of("The path has to be plain ASCII; escape everything else.");
    }
}
