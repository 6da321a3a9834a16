package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/projects/1", "/jobs?state=queued#top"})
    void keepsPathsOfThisSite(String path) {
        assertThat(SafePath.orHome(path)).isEqualTo(URI.create(path));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "projects",
                "/a b",
                "/a\nSet-Cookie: x"
            })
    void sendsEverythingElseHome(String path) {
        assertThat(SafePath.orHome(path)).isEqualTo(URI.create("/"));
    }
}
