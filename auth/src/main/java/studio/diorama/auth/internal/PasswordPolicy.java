package studio.diorama.auth.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Which passwords are taken: long ones that are not the first to be guessed. No rule about kinds of letters, as NIST
/// SP 800-63B advises.
public final class PasswordPolicy {

    public static final int LEAST_CHARACTERS = 10;
    public static final int MOST_BYTES = 72;

    /// The most used passwords of at least ten letters, as lists of leaked ones give them.
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "9876543210",
            "12345678910",
            "123456789a",
            "1234567891",
            "123456789q",
            "123123123123",
            "1q2w3e4r5t",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "1qazxsw23edc",
            "a123456789",
            "q1w2e3r4t5",
            "q1w2e3r4t5y6",
            "qwertyuiop",
            "qwerty12345",
            "qwerty123456",
            "qwertz12345",
            "qwertzuiop",
            "asdfghjkl1",
            "asdfghjkl;",
            "zxcvbnm123",
            "password12",
            "password123",
            "password1234",
            "passwort123",
            "password01",
            "passw0rd123",
            "p@ssword123",
            "p@ssw0rd123",
            "administrator",
            "admin12345",
            "admin123456",
            "welcome123",
            "welcome1234",
            "letmein123",
            "iloveyou123",
            "iloveyou12",
            "changeme123",
            "abcdefghij",
            "abcd123456",
            "abc1234567",
            "football123",
            "basketball",
            "charlie123",
            "michael123",
            "superman123",
            "princess123",
            "sunshine123",
            "diorama123",
            "diorama1234");

    private PasswordPolicy() {}

    /// @throws DioramaException `INVALID_INPUT` that says what is wrong with the password
    public static void check(String password, String email) {
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int characters = normal.codePointCount(0, normal.length());
        if (characters < LEAST_CHARACTERS) {
            throw refuse("The password needs at least %d characters; this one has %d."
                    .formatted(LEAST_CHARACTERS, characters));
        }
        int bytes = normal.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw refuse("The password may have at most %d bytes in UTF-8; this one has %d. Shorten it."
                    .formatted(MOST_BYTES, bytes));
        }
        String lower = normal.toLowerCase(Locale.ROOT);
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (lower.equals(address) || lower.equals(address.substring(0, Math.max(0, address.indexOf('@'))))) {
            throw refuse("The password is the e-mail address. Choose another one.");
        }
        if (COMMON.contains(lower) || normal.codePoints().distinct().count() < 4) {
            throw refuse("This password is among the first that are guessed. Choose another one.");
        }
    }

    private static DioramaException refuse(String message) {
        return new DioramaException(ErrorCode.INVALID_INPUT, message);
    }
}
