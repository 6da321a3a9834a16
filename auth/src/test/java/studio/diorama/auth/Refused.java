package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Expects a refusal with a certain code.
public final class Refused {

    private Refused() {}

    public static void with(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(DioramaException.class)
                .isThrownBy(call)
                .satisfies(refusal -> org.assertj.core.api.Assertions.assertThat(refusal.code())
                        .as(refusal.getMessage())
                        .isEqualTo(code));
    }
}
