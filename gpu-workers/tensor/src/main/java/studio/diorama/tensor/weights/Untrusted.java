package studio.diorama.tensor.weights;

import static java.util.Objects.requireNonNull;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A file from somebody else, by the name it goes by in messages.
///
/// @param name of the file, without its folder
record Untrusted(String name) {

    private static final int LONGEST_QUOTE = 100;

    Untrusted {
        name = printable(requireNonNull(name, "name is null"));
    }

    /// The failure that names the file and what is wrong with it.
    DioramaException refused(String message, Object... arguments) {
        return new DioramaException(ErrorCode.INVALID_INPUT, name + ": " + message.formatted(arguments));
    }

    DioramaException tooLarge(String message, Object... arguments) {
        return new DioramaException(ErrorCode.TOO_LARGE, name + ": " + message.formatted(arguments));
    }

    /// A text of the file, made fit for a message: short, on one line, in quotation marks.
    static String quoted(String text) {
        return "\"" + printable(text) + "\"";
    }

    private static String printable(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST_QUOTE); i++) {
            char c = text.charAt(i);
            plain.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return text.length() > LONGEST_QUOTE ? plain + "…" : plain.toString();
    }
}
