package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.project.Role;

class AccessTokensTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private AuthFixture auth;
    private UUID project;
    private Actor ada;

    @BeforeEach
    void open() {
        auth = new AuthFixture(folder);
        project = auth.projects.create("Shoes", "", auth.clock.instant()).id();
        ada = auth.member("ada", project, Role.OWNER);
    }

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void aTokenSpeaksForItsOwnerUntilItExpires() {
        NewAccessToken made = auth.tokens.create(ada, "laptop", Set.of(TokenScope.READ), Optional.empty(), DAY);
        assertThat(made.secret()).matches("dio_[0-9A-Za-z]{43}");
        Actor program = auth.actors.fromToken(made.secret()).orElseThrow();
        assertThat(program.account()).isEqualTo(ada.account());
        assertThat(program.token().orElseThrow().scopes()).containsExactly(TokenScope.READ);

        auth.clock.advance(DAY);

        assertThat(auth.actors.fromToken(made.secret())).isEmpty();
    }

    @Test
    void aRevokedTokenIsDeadAtOnceAndOnlyItsOwnerRevokesIt() {
        NewAccessToken made = auth.tokens.create(ada, "laptop", Set.of(TokenScope.READ), Optional.empty(), DAY);
        Actor eve = Actor.person(auth.account("eve"));
        Refused.with(
                ErrorCode.NOT_FOUND, () -> auth.tokens.revoke(eve, made.token().id()));
        assertThat(auth.tokens.list(eve)).isEmpty();
        assertThat(auth.actors.fromToken(made.secret())).isPresent();

        auth.tokens.revoke(ada, made.token().id());

        assertThat(auth.actors.fromToken(made.secret())).isEmpty();
    }

    @Test
    void scopesExpiryAndProjectAreChecked() {
        Set<TokenScope> read = Set.of(TokenScope.READ);
        Refused.with(ErrorCode.INVALID_INPUT, () -> auth.tokens.create(ada, "t", Set.of(), Optional.empty(), DAY));
        Refused.with(
                ErrorCode.INVALID_INPUT,
                () -> auth.tokens.create(
                        ada, "t", read, Optional.empty(), Duration.ofDays(365).plusSeconds(1)));
        Refused.with(
                ErrorCode.INVALID_INPUT, () -> auth.tokens.create(ada, "t", read, Optional.empty(), Duration.ZERO));
        Refused.with(
                ErrorCode.NOT_FOUND, () -> auth.tokens.create(ada, "t", read, Optional.of(UUID.randomUUID()), DAY));
    }

    @Test
    void aTokenMakesNoneThatMayMoreThanItself() {
        Set<TokenScope> some = EnumSet.of(TokenScope.READ, TokenScope.ADMIN);
        Actor bound = auth.program(ada, some, Optional.of(project));

        Refused.with(
                ErrorCode.FORBIDDEN,
                () -> auth.tokens.create(bound, "t", Set.of(TokenScope.WRITE), Optional.of(project), DAY));
        Refused.with(ErrorCode.FORBIDDEN, () -> auth.tokens.create(bound, "t", some, Optional.empty(), DAY));
        Refused.with(
                ErrorCode.FORBIDDEN,
                () -> auth.tokens.create(bound, "t", some, Optional.of(project), DAY.plusSeconds(1)));
        assertThat(auth.tokens
                        .create(bound, "t", Set.of(TokenScope.READ), Optional.of(project), DAY)
                        .token()
                        .projectId())
                .contains(project);
    }

    @Test
    void aTokenWithoutAdminMakesAndRevokesNone() {
        Actor writer = auth.program(ada, EnumSet.of(TokenScope.READ, TokenScope.WRITE), Optional.empty());
        UUID own = writer.token().orElseThrow().id();

        Refused.with(
                ErrorCode.FORBIDDEN,
                () -> auth.tokens.create(writer, "t", Set.of(TokenScope.READ), Optional.empty(), DAY));
        Refused.with(ErrorCode.FORBIDDEN, () -> auth.tokens.revoke(writer, own));
    }
}
