package studio.diorama.auth.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What people type about themselves, checked and tidied.
public final class PersonalData {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}\"<>]{1,64}@[^\\s@\\p{Cntrl}\"<>]{1,255}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");

    private PersonalData() {}

    /// @return the address in lower case
    /// @throws DioramaException `INVALID_INPUT` for what cannot be one
    public static String email(String text) {
        String email = text.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "An e-mail address such as name@example.org is expected.");
        }
        return email;
    }

    /// @param what the field, as its form calls it
    /// @throws DioramaException `INVALID_INPUT` for an empty or too long one, or letters that cannot be seen
    public static String name(String what, String text, int longest) {
        String name = text.strip();
        if (name.isEmpty() || name.length() > longest) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s: 1 to %d characters are expected, got %d.".formatted(what, longest, name.length()));
        }
        if (CONTROL.matcher(name).find()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, what + ": it contains control characters. Type it again by hand.");
        }
        return name;
    }
}
