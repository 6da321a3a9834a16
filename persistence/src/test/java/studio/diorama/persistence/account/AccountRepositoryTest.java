package studio.diorama.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.testing.DatabaseContract;

class AccountRepositoryTest extends DatabaseContract {

    @Test
    void anAddressIsOneAccountHoweverItIsWritten() {
        assertThat(studio.accounts.isEmpty()).isTrue();
        Account ada = studio.accounts.create(" Ada@Example.org", "Ada", "hash", null, true, clock.instant());
        assertThat(ada.email()).isEqualTo("ada@example.org");
        assertThat(studio.accounts.find(ada.id())).contains(ada);
        assertThat(studio.accounts.findByEmail("ADA@example.ORG ")).contains(ada);
        assertThatThrownBy(() -> studio.accounts.create("ada@example.org", "Eve", "x", null, false, clock.instant()))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("ada@example.org");
        assertThat(studio.count("account")).isOne();
        assertThat(studio.accounts.isEmpty()).isFalse();
    }

    @Test
    void whatAPersonChangesIsKept() {
        Account ada = studio.accounts.create("a@example.org", "Ada", "old", "subject", false, clock.instant());
        studio.accounts.rename(ada.id(), "Ada L.");
        studio.accounts.chooseColorScheme(ada.id(), ColorScheme.DARK);
        studio.accounts.changePassword(ada.id(), "new");
        Instant until = clock.instant().plusSeconds(60);
        studio.accounts.recordLogin(ada.id(), 3, until);
        Credentials credentials =
                studio.accounts.findCredentials("a@example.org").orElseThrow();
        assertThat(credentials.account().name()).isEqualTo("Ada L.");
        assertThat(credentials.account().colorScheme()).isEqualTo(ColorScheme.DARK);
        assertThat(credentials.passwordHash()).contains("new");
        assertThat(credentials.failedLogins()).isEqualTo(3);
        assertThat(credentials.lockedUntil()).contains(until);
        assertThat(credentials.toString()).doesNotContain("new");
        assertThat(studio.accounts.findBySubject("subject")).contains(credentials.account());
        studio.accounts.recordLogin(ada.id(), 0, null);
        assertThat(studio.accounts
                        .findCredentials("a@example.org")
                        .orElseThrow()
                        .lockedUntil())
                .isEmpty();
    }

    @Test
    void aSignInEndsWhenItsTimeIsOver() {
        SignInRepository signIns = new SignInRepository(database);
        Account ada = studio.account();
        Instant now = clock.instant();
        SignIn signIn = new SignIn("a".repeat(64), ada.id(), now, now, now.plusSeconds(10));
        signIns.create(signIn);
        signIns.create(new SignIn("b".repeat(64), ada.id(), now, now, now.plusSeconds(100)));
        assertThat(signIns.find(signIn.secretHash(), now.plusSeconds(9))).contains(signIn);
        assertThat(signIns.find(signIn.secretHash(), now.plusSeconds(10))).isEmpty();
        signIns.deleteExpired(now.plusSeconds(10));
        assertThat(studio.count("sign_in")).isOne();
        signIns.touch("b".repeat(64), now.plusSeconds(50), now.plusSeconds(150));
        assertThat(signIns.find("b".repeat(64), now.plusSeconds(149))).isPresent();
        signIns.deleteAllOf(ada.id());
        assertThat(studio.count("sign_in")).isZero();
    }

    @Test
    void aTokenOpensItsDoorUntilItExpires() {
        AccessTokenRepository tokens = new AccessTokenRepository(database);
        Account ada = studio.account();
        Instant now = clock.instant();
        AccessToken token = new AccessToken(
                Ids.next(),
                ada.id(),
                Optional.of(studio.project(ada).id()),
                "script",
                Set.of(TokenScope.READ, TokenScope.JOBS),
                now,
                now.plus(Duration.ofDays(1)),
                Optional.empty());
        AccessToken without = new AccessToken(
                Ids.next(),
                ada.id(),
                Optional.empty(),
                "nothing",
                Set.of(),
                now,
                now.plus(Duration.ofDays(1)),
                Optional.empty());
        tokens.create(token, "first");
        tokens.create(without, "second");
        assertThat(tokens.findByHash("first", now)).contains(token);
        assertThat(tokens.findByHash("first", token.expiresAt())).isEmpty();
        assertThat(tokens.ofAccount(ada.id())).containsExactly(without, token);
        tokens.touch(token.id(), now.plusSeconds(60));
        assertThat(tokens.findByHash("first", now).orElseThrow().lastUsedAt()).contains(now.plusSeconds(60));
        assertThat(tokens.delete(UUID.randomUUID(), token.id())).isFalse();
        assertThat(tokens.delete(ada.id(), token.id())).isTrue();
        assertThat(tokens.ofAccount(ada.id())).isEqualTo(List.of(without));
    }
}
