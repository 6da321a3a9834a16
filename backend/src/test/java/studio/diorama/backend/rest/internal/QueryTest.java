package studio.diorama.backend.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;

class QueryTest {

    @Test
    void cursorLeadsBackToItsId() {
        UUID id = UUID.randomUUID();
        assertThat(Query.before(Query.cursor(id))).isEqualTo(id);
        assertThat(Query.cursor(null)).isNull();
        assertThat(Query.before(null)).isNull();
    }

    @Test
    void versionsAreReadOutOfTheirTags() {
        assertThat(EntityTags.requireVersion(EntityTags.ofVersion(17))).hasValue(17);
        assertThat(EntityTags.requireVersion("*")).isEmpty();
        for (String foreign : new String[] {"17", "W/\"v17\"", "\"v\"", "\"v-1\"", "\"v99999999999999999999\""}) {
            assertThatThrownBy(() -> EntityTags.requireVersion(foreign)).isInstanceOf(DioramaException.class);
        }
    }
}
