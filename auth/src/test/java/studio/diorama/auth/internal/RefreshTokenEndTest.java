package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenEndTest {

    @Test
    void readsTheEndOfAJwt() {
        assertThat(RefreshTokenEnd.of(jwt("{\"exp\":1800000000}"))).contains(Instant.ofEpochSecond(1_800_000_000L));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "opaque", "a.b", "a.!!!.c", "a.bm90IGpzb24.c"})
    void everythingElseHasNone(String token) {
        assertThat(RefreshTokenEnd.of(token)).isEmpty();
    }

    @Test
    void anOfflineTokenHasNone() {
        assertThat(RefreshTokenEnd.of(jwt("{}"))).isEmpty();
        assertThat(RefreshTokenEnd.of(jwt("{\"exp\":0}"))).isEmpty();
        assertThat(RefreshTokenEnd.of(jwt("{\"exp\":\"never\"}"))).isEmpty();
    }

    private static String jwt(String payload) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + ".x";
    }
}
