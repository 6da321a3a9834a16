package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void secretsAreWellFormedAndDiffer() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String secret = Secrets.random();
            assertThat(Secrets.isWellFormed(secret)).isTrue();
            seen.add(secret);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void otherTextsAreNot() {
        String secret = Secrets.random();
        assertThat(Secrets.isWellFormed(secret + "0")).isFalse();
        assertThat(Secrets.isWellFormed(secret.substring(1))).isFalse();
        assertThat(Secrets.isWellFormed(secret.substring(1) + "-")).isFalse();
        assertThat(Secrets.isWellFormedToken(secret)).isFalse();
        assertThat(Secrets.isWellFormedToken("dio_" + secret)).isTrue();
    }

    /// From FIPS 180-4's example for “abc”.
    @Test
    void theHashIsSha256() {
        assertThat(Secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
