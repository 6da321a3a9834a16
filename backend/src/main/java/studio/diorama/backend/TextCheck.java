package studio.diorama.backend;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What a name or a description may look like: one line or several, of characters that show as what they are.
public final class TextCheck {

    private TextCheck() {}

    /// A single line.
    ///
    /// @param field what it is called in the answer
    /// @return the text without blanks around it
    public static String line(String field, String text, int mostCharacters) {
        String stripped = block(field, text, mostCharacters);
        if (stripped.isEmpty()) {
            throw invalid(field, "some text is needed, got none");
        }
        if (stripped.indexOf('\n') >= 0 || stripped.indexOf('\r') >= 0) {
            throw invalid(field, "one line is accepted, got several");
        }
        return stripped;
    }

    /// Several lines, possibly none; null counts as none.
    public static String block(String field, String text, int mostCharacters) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > mostCharacters) {
            throw malformed(
                    field, "at most %d characters are accepted, got %d".formatted(mostCharacters, stripped.length()));
        }
        stripped.codePoints().filter(TextCheck::isHidden).findFirst().ifPresent(character -> {
            throw malformed(field, "the hidden character U+%04X is not accepted".formatted(character));
        });
        return stripped;
    }

    /// Control characters, half surrogates, and what turns the direction of the text around it.
    private static boolean isHidden(int character) {
        boolean control =
                Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
        boolean halfSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean direction = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        return control || halfSurrogate || direction || character == 0x2028 || character == 0x2029;
    }

    private static DioramaException malformed(String field, String problem) {
        return new DioramaException(ErrorCode.MALFORMED_REQUEST, "Field “%s”: %s.".formatted(field, problem));
    }

    private static DioramaException invalid(String field, String problem) {
        return new DioramaException(ErrorCode.INVALID_INPUT, "Field “%s”: %s.".formatted(field, problem));
    }
}
