package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static studio.diorama.auth.AuthFixture.ADDRESS;
import static studio.diorama.auth.AuthFixture.PASSWORD;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.Account;

class LocalSignInTest {

    @TempDir
    Path folder;

    private AuthFixture auth;
    private Account ada;

    @BeforeEach
    void open() {
        auth = new AuthFixture(folder);
        ada = auth.account("ada");
    }

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void theRightPasswordOpensASessionForTheAccount() {
        NewSignIn signIn = auth.localSignIn.signIn(" ADA@example.org ", PASSWORD, ADDRESS);

        assertThat(auth.actors.fromSession(signIn.secret())).contains(Actor.person(ada));
    }

    @Test
    void everySignInHasItsOwnSecretAndSignOutEndsOnlyItsOwn() {
        NewSignIn first = auth.localSignIn.signIn(ada.email(), PASSWORD, ADDRESS);
        NewSignIn second = auth.localSignIn.signIn(ada.email(), PASSWORD, ADDRESS);
        assertThat(first.secret()).isNotEqualTo(second.secret());

        auth.localSignIn.signOut(first.secret());

        assertThat(auth.actors.reload(first.secret())).isEmpty();
        assertThat(auth.actors.reload(second.secret())).isPresent();
    }

    @Test
    void unknownNamesWrongPasswordsAndLockedAccountsAnswerAlike() {
        String unknown = refusal("nobody@example.org", PASSWORD).getMessage();
        String wrong = refusal(ada.email(), "not the password").getMessage();
        for (int i = 0; i < 4; i++) {
            refusal(ada.email(), "not the password");
        }
        DioramaException locked = refusal(ada.email(), PASSWORD);

        assertThat(wrong).isEqualTo(unknown);
        assertThat(locked.getMessage()).isEqualTo(unknown);
        assertThat(locked.code()).isEqualTo(ErrorCode.NOT_SIGNED_IN);
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForHalfAMinuteFromEveryAddress() {
        for (int i = 0; i < 5; i++) {
            refusal(ada.email(), "not the password");
        }
        auth.clock.advance(Duration.ofSeconds(29));
        Refused.with(ErrorCode.NOT_SIGNED_IN, () -> auth.localSignIn.signIn(ada.email(), PASSWORD, "198.51.100.1"));

        auth.clock.advance(Duration.ofSeconds(1));

        assertThat(auth.localSignIn
                        .signIn(ada.email(), PASSWORD, "198.51.100.1")
                        .account())
                .isEqualTo(ada);
    }

    @Test
    void aGoodSignInForgetsTheFailuresBeforeIt() {
        for (int i = 0; i < 4; i++) {
            refusal(ada.email(), "not the password");
        }
        auth.localSignIn.signIn(ada.email(), PASSWORD, ADDRESS);
        refusal(ada.email(), "not the password");

        assertThat(auth.localSignIn.signIn(ada.email(), PASSWORD, ADDRESS).account())
                .isEqualTo(ada);
    }

    @Test
    void eachFurtherFailureDoublesTheLockUpToAQuarterOfAnHour() {
        assertThat(LocalSignIn.lock(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(LocalSignIn.lock(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(LocalSignIn.lock(9)).isEqualTo(Duration.ofMinutes(8));
        assertThat(LocalSignIn.lock(10)).isEqualTo(Duration.ofMinutes(15));
        assertThat(LocalSignIn.lock(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theEleventhTryInAMinuteIsRefusedWithATimeToWaitWhetherTheNameIsKnownOrNot() {
        for (String email : new String[] {ada.email(), "nobody@example.org"}) {
            for (int i = 0; i < 10; i++) {
                assertThat(refusal(email, "not the password").code()).isEqualTo(ErrorCode.NOT_SIGNED_IN);
            }
            DioramaException refusal = refusal(email, PASSWORD);
            assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(refusal).hasMessageContaining("6 seconds");
        }
    }

    @Test
    void anOverlongPasswordIsWrongAndNotCut() {
        String longPassword = "x1y2z3".repeat(12);
        auth.accountRows.changePassword(ada.id(), auth.hasher.hash(longPassword));
        assertThat(auth.localSignIn.signIn(ada.email(), longPassword, ADDRESS).account())
                .isEqualTo(ada);

        assertThat(refusal(ada.email(), longPassword + "tail").code()).isEqualTo(ErrorCode.NOT_SIGNED_IN);
    }

    private DioramaException refusal(String email, String password) {
        return catchThrowableOfType(DioramaException.class, () -> auth.localSignIn.signIn(email, password, ADDRESS));
    }
}
