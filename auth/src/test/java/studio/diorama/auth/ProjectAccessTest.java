package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.project.Role;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectAccessTest {

    private final Map<Role, Actor> people = new EnumMap<>(Role.class);
    private AuthFixture auth;
    private UUID project;
    private UUID foreign;

    @BeforeAll
    void open(@TempDir Path folder) {
        auth = new AuthFixture(folder);
        project = auth.projects.create("Shoes", "", auth.clock.instant()).id();
        foreign = auth.projects.create("Hats", "", auth.clock.instant()).id();
        for (Role role : Role.values()) {
            people.put(role, auth.member(role.name().toLowerCase(java.util.Locale.ROOT), project, role));
        }
    }

    @AfterAll
    void close() {
        auth.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleMayWhatTheTableSays(Action action) {
        people.forEach((role, person) -> {
            assertThat(auth.access.may(person, action, project)).isEqualTo(action.isAllowedTo(role));
            if (action.isAllowedTo(role)) {
                assertThat(auth.access.check(person, action, project)).isEqualTo(role);
            } else {
                Refused.with(ErrorCode.FORBIDDEN, () -> auth.access.check(person, action, project));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aForeignProjectIsNotThere(Action action) {
        people.values().forEach(person -> {
            Refused.with(ErrorCode.NOT_FOUND, () -> auth.access.check(person, action, foreign));
            Refused.with(ErrorCode.NOT_FOUND, () -> auth.access.check(person, action, UUID.randomUUID()));
            assertThat(auth.access.may(person, action, foreign)).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTokenNeedsTheScopeOfTheAction(Action action) {
        Actor owner = people.get(Role.OWNER);
        for (TokenScope scope : TokenScope.values()) {
            Actor program = auth.program(owner, Set.of(scope), Optional.empty());
            assertThat(auth.access.may(program, action, project))
                    .as(action + " with " + scope)
                    .isEqualTo(scope == action.scope());
            if (scope != action.scope()) {
                Refused.with(ErrorCode.FORBIDDEN, () -> auth.access.check(program, action, project));
            }
        }
    }

    @Test
    void aTokenNeverMakesItsOwnerMore() {
        Actor program = auth.program(people.get(Role.VIEWER), Set.of(TokenScope.values()), Optional.empty());

        Refused.with(ErrorCode.FORBIDDEN, () -> auth.access.check(program, Action.UPLOAD, project));
    }

    @Test
    void aTokenOfOneProjectDoesNotKnowTheOthers() {
        Actor owner = people.get(Role.OWNER);
        UUID second = auth.projects.create("Bags", "", auth.clock.instant()).id();
        auth.members.put(second, owner.id(), Role.OWNER);
        Actor program = auth.program(owner, Set.of(TokenScope.READ), Optional.of(second));

        assertThat(auth.access.check(program, Action.SEE_ALL, second)).isEqualTo(Role.OWNER);
        Refused.with(ErrorCode.NOT_FOUND, () -> auth.access.check(program, Action.SEE_ALL, project));
    }

    @Test
    void operatorsAreAskedForTheirFlagAndTheirTokensForAdmin() {
        Actor operator = Actor.person(auth.accountRows.create(
                "operator@example.org", "Operator", null, "issuer|subject", true, auth.clock.instant()));

        ProjectAccess.checkOperator(operator);
        Refused.with(ErrorCode.FORBIDDEN, () -> ProjectAccess.checkOperator(people.get(Role.OWNER)));
        Actor program = auth.program(operator, Set.of(TokenScope.READ), Optional.empty());
        Refused.with(ErrorCode.FORBIDDEN, () -> ProjectAccess.checkOperator(program));
    }
}
