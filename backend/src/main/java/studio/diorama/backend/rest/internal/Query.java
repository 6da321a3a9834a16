package studio.diorama.backend.rest.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Values of query parameters, each refused with its name and what is accepted.
public final class Query {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST_LIMIT = 200;

    private Query() {}

    /// A page's size, 1 to 200; 50 if nothing is said.
    public static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        return (int) number("limit", text, 1, MOST_LIMIT);
    }

    public static long number(String name, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered like a number out of range.
        }
        throw malformed(name, "a whole number from %d to %d is accepted".formatted(least, most));
    }

    public static boolean flag(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw malformed(name, "true or false is accepted");
    }

    /// One or several names of an enum, separated by commas; empty if nothing is said.
    public static <E extends Enum<E>> Set<E> names(String name, String text, Class<E> type) {
        if (text == null) {
            return Set.of();
        }
        EnumSet<E> values = EnumSet.noneOf(type);
        for (String word : text.split(",", -1)) {
            values.add(Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> malformed(name, "accepted are " + list(type))));
        }
        return Collections.unmodifiableSet(values);
    }

    private static <E extends Enum<E>> String list(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /// Where a page begins, as callers see it: to be handed back, not to be understood.
    public static String cursor(UUID last) {
        if (last == null) {
            return null;
        }
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @return null for the first page
    public static UUID before(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException e) {
            // Answered like one of another length.
        }
        throw malformed("cursor", "what the page before gave as “next” is accepted");
    }

    private static DioramaException malformed(String name, String accepted) {
        return new DioramaException(ErrorCode.MALFORMED_REQUEST, "Query parameter “%s”: %s.".formatted(name, accepted));
    }
}
