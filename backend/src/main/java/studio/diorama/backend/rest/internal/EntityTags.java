package studio.diorama.backend.rest.internal;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Versions of objects as HTTP names them (RFC 9110, section 8.8.3).
public final class EntityTags {

    private static final Pattern VERSION = Pattern.compile("\"v(\\d{1,18})\"");

    private EntityTags() {}

    public static String ofVersion(long version) {
        return "\"v" + version + "\"";
    }

    /// The version that a change was made from.
    ///
    /// @param ifMatch the header `If-Match`
    /// @return empty for `*`, which is any version
    /// @throws DioramaException `PRECONDITION_REQUIRED` without one, `PRECONDITION_FAILED` for what is no version
    public static OptionalLong requireVersion(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new DioramaException(
                    ErrorCode.PRECONDITION_REQUIRED,
                    "The header %s is needed: read the object, and send its ETag with the change."
                            .formatted(HttpHeaders.IF_MATCH));
        }
        if (ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher matcher = VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new DioramaException(
                    ErrorCode.PRECONDITION_FAILED,
                    "The header %s is not this object's ETag, which looks like \"v3\". Read the object again."
                            .formatted(HttpHeaders.IF_MATCH));
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    /// Whether `If-None-Match` names the tag, so that the caller has the bytes already.
    public static boolean isNamed(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(text -> text.startsWith("W/") ? text.substring(2) : text)
                        .anyMatch(text -> text.equals("*") || text.equals(tag));
    }
}
