package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.auth.Refused;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

class PasswordPolicyTest {

    private static final String EMAIL = "ada.lovelace@example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ninechars",
                "1234567890",
                "QWERTYUIOP",
                "aaaaaaaaaaaa",
                "ADA.lovelace@example.org",
                "ada.lovelace"
            })
    void refusesWhatIsShortOrGuessedFirst(String password) {
        Refused.with(ErrorCode.INVALID_INPUT, () -> PasswordPolicy.check(password, EMAIL));
    }

    @Test
    void takesTenCharactersAndSeventyTwoBytes() {
        assertThatCode(() -> PasswordPolicy.check("kitchen-42", EMAIL)).doesNotThrowAnyException();
        assertThatCode(() -> PasswordPolicy.check("abcd".repeat(18), EMAIL)).doesNotThrowAnyException();
        assertThatCode(() -> PasswordPolicy.check("Übermäßige Größe", EMAIL)).doesNotThrowAnyException();
    }

    @Test
    void countsBytesAndNotLettersAtTheUpperEnd() {
        assertThatExceptionOfType(DioramaException.class)
                .isThrownBy(() -> PasswordPolicy.check("äöüß".repeat(10), EMAIL))
                .withMessageContaining("72 bytes")
                .withMessageContaining("80");
    }
}
