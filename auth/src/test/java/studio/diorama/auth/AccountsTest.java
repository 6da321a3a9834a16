package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.auth.AuthFixture.ADDRESS;
import static studio.diorama.auth.AuthFixture.PASSWORD;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.ColorScheme;
import studio.diorama.persistence.account.TokenScope;

class AccountsTest {

    private static final String NEW_PASSWORD = "another long pass phrase";

    @TempDir
    Path folder;

    private AuthFixture auth;
    private Actor ada;

    @BeforeEach
    void open() {
        auth = new AuthFixture(folder);
        ada = Actor.person(auth.account("ada"));
    }

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void aNewPasswordEndsEverySessionButTheOneItOpens() {
        String elsewhere = auth.sessions.open(ada.account()).secret();

        NewSignIn here = auth.accounts.changePassword(ada, PASSWORD, NEW_PASSWORD);

        assertThat(auth.actors.reload(elsewhere)).isEmpty();
        assertThat(auth.actors.reload(here.secret())).isPresent();
        Refused.with(
                ErrorCode.NOT_SIGNED_IN,
                () -> auth.localSignIn.signIn(ada.account().email(), PASSWORD, ADDRESS));
        assertThat(auth.localSignIn
                        .signIn(ada.account().email(), NEW_PASSWORD, ADDRESS)
                        .account())
                .isEqualTo(ada.account());
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsTheOldOneInABrowser() {
        Refused.with(ErrorCode.FORBIDDEN, () -> auth.accounts.changePassword(ada, "not the password", NEW_PASSWORD));
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.accounts.changePassword(ada, PASSWORD, "short"));
        Actor program = auth.program(ada, Set.of(TokenScope.values()), Optional.empty());
        Refused.with(ErrorCode.FORBIDDEN, () -> auth.accounts.changePassword(program, PASSWORD, NEW_PASSWORD));
    }

    @Test
    void nameAndLookAreKept() {
        assertThat(auth.accounts.rename(ada, "  Ada L. ").name()).isEqualTo("Ada L.");
        auth.accounts.chooseColorScheme(ada, ColorScheme.DARK);

        assertThat(auth.accountRows.find(ada.id()).orElseThrow().colorScheme()).isEqualTo(ColorScheme.DARK);
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.accounts.rename(ada, "x".repeat(201)));
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.accounts.rename(ada, "evil\u202Egpj"));
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.accounts.rename(ada, "nul\u0000"));
    }

    @Test
    void aReadingTokenChangesNothing() {
        Actor reader = auth.program(ada, Set.of(TokenScope.READ), Optional.empty());

        Refused.with(ErrorCode.FORBIDDEN, () -> auth.accounts.rename(reader, "Eve"));
        Refused.with(ErrorCode.FORBIDDEN, () -> auth.accounts.chooseColorScheme(reader, ColorScheme.DARK));
        Refused.with(ErrorCode.FORBIDDEN, () -> auth.accounts.signOutEverywhere(reader));
    }
}
