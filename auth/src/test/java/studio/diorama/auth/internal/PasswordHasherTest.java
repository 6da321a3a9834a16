package studio.diorama.auth.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final PasswordHasher cheap = CheapHasher.make();

    /// From the test vectors of the reference implementation (`phc-winner-argon2`, `src/test.c`).
    @Test
    void agreesWithTheReferenceImplementation() {
        Argon2Hash hash =
                Argon2Hash.of("password".getBytes(UTF_8), "somesalt".getBytes(UTF_8), new Argon2Cost(256, 2, 1), 32);

        assertThat(hash)
                .hasToString("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
    }

    @Test
    void recommendedHashesCarryTheirCostAndAreVerified() {
        PasswordHasher hasher = new PasswordHasher();
        String stored = hasher.hash("correct horse battery");

        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
        assertThat(hasher.verify("correct horse battery", Optional.of(stored))).isTrue();
        assertThat(hasher.verify("correct horse batterY", Optional.of(stored))).isFalse();
        assertThat(hasher.isOutdated(stored)).isFalse();
    }

    @Test
    void hashesOfOtherCostsAreVerifiedAndOutdated() {
        String stored = cheap.hash("correct horse battery");
        PasswordHasher costlier = new PasswordHasher(new Argon2Cost(16, 1, 1));

        assertThat(costlier.verify("correct horse battery", Optional.of(stored)))
                .isTrue();
        assertThat(costlier.isOutdated(stored)).isTrue();
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        assertThat(cheap.hash("correct horse battery")).isNotEqualTo(cheap.hash("correct horse battery"));
    }

    @Test
    void withoutAHashNoPasswordIsRight() {
        assertThat(cheap.verify("", Optional.empty())).isFalse();
        assertThat(cheap.verify("correct horse battery", Optional.empty())).isFalse();
    }

    @Test
    void theSameLetterTypedInTwoWaysIsTheSamePassword() {
        String stored = cheap.hash("pa\u00DFword \u00E9t\u00E9");

        assertThat(cheap.verify("pa\u00DFword e\u0301te\u0301", Optional.of(stored)))
                .isTrue();
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> Argon2Hash.parse("password"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Argon2Hash.parse("$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQ"));
    }
}
