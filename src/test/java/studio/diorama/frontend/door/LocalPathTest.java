package studio.diorama.frontend.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @Test
    void pathsOfThisSiteStayAsTheyAre() {
        assertThat(LocalPath.orHome("/projects/1/jobs?state=RUNNING")).isEqualTo("/projects/1/jobs?state=RUNNING");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "projects",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/\n/evil.example",
                " /x"
            })
    void whatCouldLeadElsewhereLeadsHome(String wanted) {
        assertThat(LocalPath.orHome(wanted)).isEqualTo("/");
    }
}
