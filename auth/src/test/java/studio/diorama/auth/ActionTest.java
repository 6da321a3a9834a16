package studio.diorama.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.persistence.project.Role;

/// The table of rights as the documentation prints it, written down a second time, so that no right changes
/// unnoticed.
class ActionTest {

    /// One letter a role, from owner to viewer: O E R A V; a dash where the role may not.
    private static final Map<Action, String> TABLE = new EnumMap<>(Map.of(
            Action.SEE_RELEASED, "OERAV",
            Action.SEE_ALL, "OER--",
            Action.UPLOAD, "OE---",
            Action.RUN_JOBS, "OE---",
            Action.RELEASE, "OE---",
            Action.EDIT_PROJECT, "OE---",
            Action.MANAGE_PEOPLE, "O----",
            Action.REMOVE_PROJECT, "O----"));

    @ParameterizedTest
    @EnumSource
    void isAllowedToTheRolesOfTheTable(Action action) {
        String row = TABLE.get(action);
        assertThat(row).as("a row of the table for " + action).hasSize(Role.values().length);
        for (Role role : Role.values()) {
            assertThat(action.isAllowedTo(role))
                    .as(action + " as " + role)
                    .isEqualTo(row.charAt(role.ordinal()) == role.name().charAt(0));
        }
    }
}
