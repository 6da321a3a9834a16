package studio.diorama.persistence.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.FencedException;
import studio.diorama.persistence.testing.DatabaseContract;

class ProjectRepositoryTest extends DatabaseContract {

    private Account ada;
    private Account ben;
    private Project project;

    @BeforeEach
    void begin() {
        ada = studio.account();
        ben = studio.account();
        project = studio.project(ada);
    }

    @Test
    void projectsOfAPersonAreListedNewestFirst() {
        Project second = studio.project(ada);
        studio.project(ben);
        assertThat(studio.projects.find(project.id())).contains(project);
        assertThat(studio.projects.ofAccount(ada.id())).containsExactly(second, project);
    }

    @Test
    void ofTwoEditorsTheSecondIsToldThatItChanged() {
        database.run(session -> {
            assertThat(studio.projects.find(project.id())).contains(project);
            Project changed = studio.projects
                    .update(project.id(), project.version(), "Cats", "of the street")
                    .orElseThrow();
            assertThat(changed.name()).isEqualTo("Cats");
            assertThat(changed.version()).isEqualTo(project.version() + 1);
            assertThat(studio.projects.find(project.id())).contains(changed);
        });
        assertThat(studio.projects.update(project.id(), project.version(), "Dogs", ""))
                .isEmpty();
        assertThat(studio.projects.find(project.id()).orElseThrow().description())
                .isEqualTo("of the street");
    }

    @Test
    void ofManyEditorsAtOnceExactlyOneWins() throws Exception {
        List<Optional<Project>> results =
                together(6, thread -> studio.projects.update(project.id(), project.version(), "Name " + thread, ""));
        assertThat(results.stream().flatMap(Optional::stream))
                .singleElement()
                .satisfies(
                        winner -> assertThat(studio.projects.find(project.id())).contains(winner));
    }

    @Test
    void aRemovedProjectTakesEverythingInItAlong() {
        studio.members.put(project.id(), ben.id(), Role.EDITOR);
        studio.submit(project, ada);
        ClaimedJob running = studio.claim().orElseThrow();
        studio.attempt(running)
                .succeed(
                        List.of(studio.asset(
                                project, ada, AssetKind.NOISY, running.fence().jobId())),
                        () -> {});
        studio.submit(project, ben);
        ClaimedJob left = studio.claim().orElseThrow();
        studio.projects.delete(project.id());
        for (String table : List.of("project", "member", "lane", "job", "job_input", "job_log", "asset")) {
            assertThat(studio.count(table)).as(table).isZero();
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> studio.attempt(left).succeed(List.of(), () -> {}))
                .isInstanceOf(FencedException.class);
        studio.projects.delete(project.id());
    }

    @Test
    void membersAreListedOwnersFirst() {
        studio.members.put(project.id(), ben.id(), Role.VIEWER);
        studio.members.put(project.id(), ben.id(), Role.REVIEWER);
        assertThat(studio.members.ofProject(project.id()))
                .containsExactly(
                        new Member(project.id(), ada.id(), Role.OWNER),
                        new Member(project.id(), ben.id(), Role.REVIEWER));
        assertThat(studio.members.roleOf(ben.id(), project.id())).contains(Role.REVIEWER);
        database.run(session -> {
            assertThat(studio.members.roleOf(ben.id(), project.id())).isPresent();
            studio.members.remove(project.id(), ben.id());
            assertThat(studio.members.roleOf(ben.id(), project.id())).isEmpty();
        });
    }

    @Test
    void ofTwoLastOwnersWhoLeaveAtOnceOneStays() throws Exception {
        for (int round = 0; round < 10; round++) {
            Project shared = studio.project(ada);
            studio.members.put(shared.id(), ben.id(), Role.OWNER);
            List<UUID> people = List.of(ada.id(), ben.id());
            List<Boolean> left = together(
                    2,
                    thread -> database.transaction(session -> {
                        if (studio.members.lockAndCountOwners(shared.id()) < 2) {
                            return false;
                        }
                        studio.members.remove(shared.id(), people.get(thread));
                        return true;
                    }));
            assertThat(left).containsExactlyInAnyOrder(true, false);
            assertThat(studio.members.ofProject(shared.id())).hasSize(1);
        }
    }

    @Test
    void anInvitationIsAcceptedOnceHoweverManyTryAndNotWhenExpired() throws Exception {
        InvitationRepository invitations = new InvitationRepository(database);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                Ids.next(),
                project.id(),
                "cyd@example.org",
                Role.EDITOR,
                ada.id(),
                now,
                now.plus(Duration.ofDays(7)),
                Optional.empty());
        invitations.create(invitation, "hash");
        assertThat(invitations.findByHash("hash")).contains(invitation);
        assertThat(invitations.openOf(project.id())).containsExactly(invitation);
        assertThat(invitations.accept(invitation.id(), invitation.expiresAt())).isFalse();
        assertThat(together(6, thread -> invitations.accept(invitation.id(), now)))
                .containsOnlyOnce(true);
        assertThat(invitations.openOf(project.id())).isEmpty();
        assertThat(invitations.findByHash("hash").orElseThrow().acceptedAt()).contains(now);
        assertThat(invitations.delete(project.id(), invitation.id())).isFalse();
    }
}
