package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.auth.AuthFixture.PASSWORD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.project.Role;

class InvitationsTest {

    @TempDir
    Path folder;

    private AuthFixture auth;
    private UUID project;
    private Actor owner;

    @BeforeEach
    void open() {
        auth = new AuthFixture(folder);
        project = auth.projects.create("Shoes", "", auth.clock.instant()).id();
        owner = auth.member("owner", project, Role.OWNER);
    }

    @AfterEach
    void close() {
        auth.close();
    }

    @Test
    void aNewcomerBecomesMemberAndIsSignedIn() {
        String secret = invite("new@example.org", Role.EDITOR);

        NewSignIn signIn = auth.invitations.acceptAsNewcomer(secret, "New", PASSWORD);

        assertThat(signIn.account().operator()).isFalse();
        assertThat(auth.members.roleOf(signIn.account().id(), project)).contains(Role.EDITOR);
        assertThat(auth.actors.fromSession(signIn.secret())).isPresent();
    }

    @Test
    void itWorksOnce() {
        String secret = invite("new@example.org", Role.EDITOR);
        auth.invitations.acceptAsNewcomer(secret, "New", PASSWORD);

        Refused.with(ErrorCode.GONE, () -> auth.invitations.open(secret));
        Refused.with(ErrorCode.GONE, () -> auth.invitations.acceptAsNewcomer(secret, "Other", PASSWORD));
    }

    @Test
    void itEndsAfterAWeek() {
        String secret = invite("new@example.org", Role.EDITOR);
        auth.clock.advance(Duration.ofDays(7));

        Refused.with(ErrorCode.GONE, () -> auth.invitations.acceptAsNewcomer(secret, "New", PASSWORD));
    }

    @Test
    void forwardedToSomebodyElseItOpensNothingAndStaysGood() {
        Actor ben = Actor.person(auth.account("ben"));
        Actor eve = Actor.person(auth.account("eve"));
        String secret = invite(ben.account().email(), Role.REVIEWER);

        Refused.with(ErrorCode.FORBIDDEN, () -> auth.invitations.accept(eve, secret));
        auth.invitations.accept(ben, secret);

        assertThat(auth.members.roleOf(eve.id(), project)).isEmpty();
        assertThat(auth.members.roleOf(ben.id(), project)).contains(Role.REVIEWER);
    }

    @Test
    void somebodyWithAnAccountSignsInInstead() {
        auth.account("ben");
        String secret = invite("ben@example.org", Role.EDITOR);

        Refused.with(ErrorCode.CONFLICT, () -> auth.invitations.acceptAsNewcomer(secret, "Ben", PASSWORD));
    }

    @Test
    void itNeverMakesSomebodyLess() {
        auth.invitations.accept(owner, invite(owner.account().email(), Role.VIEWER));

        assertThat(auth.members.roleOf(owner.id(), project)).contains(Role.OWNER);
    }

    @Test
    void onlyOwnersInvite() {
        Actor editor = auth.member("editor", project, Role.EDITOR);
        Actor stranger = Actor.person(auth.account("stranger"));

        Refused.with(ErrorCode.FORBIDDEN, () -> auth.invitations.create(editor, project, "x@example.org", Role.VIEWER));
        Refused.with(
                ErrorCode.NOT_FOUND, () -> auth.invitations.create(stranger, project, "x@example.org", Role.VIEWER));
    }

    private String invite(String email, Role role) {
        return auth.invitations.create(owner, project, email, role).secret();
    }
}
