package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteTest {

    private static final Host HOST = new Host("localhost", 8080);
    private static final String OWN = "http://localhost:8080";

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "REPORT"})
    void changesFromElsewhereAreForbidden(String method) {
        assertThat(forbidden(method, "cross-site", OWN)).isTrue();
        assertThat(forbidden(method, "same-site", OWN)).isTrue();
        assertThat(forbidden(method, null, "http://evil.example")).isTrue();
        assertThat(forbidden(method, null, "http://localhost:9090")).isTrue();
        assertThat(forbidden(method, null, "null")).isTrue();
        assertThat(forbidden(method, "same-origin", "null")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void changesFromHereAndFromProgramsAreNot(String method) {
        assertThat(forbidden(method, "same-origin", OWN)).isFalse();
        assertThat(forbidden(method, "none", null)).isFalse();
        assertThat(forbidden(method, null, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void linksFromElsewhereAreFollowed(String method) {
        assertThat(forbidden(method, "cross-site", "http://evil.example")).isFalse();
    }

    @Test
    void socketsFromElsewhereAreForbidden() {
        assertThat(CrossSite.isForbidden("GET", true, Optional.empty(), Optional.of("http://evil.example"), HOST))
                .isTrue();
        assertThat(CrossSite.isForbidden("GET", true, Optional.of("cross-site"), Optional.empty(), HOST))
                .isTrue();
        assertThat(CrossSite.isForbidden("GET", true, Optional.of("same-origin"), Optional.of(OWN), HOST))
                .isFalse();
    }

    private static boolean forbidden(String method, String fetchSite, String origin) {
        return CrossSite.isForbidden(method, false, Optional.ofNullable(fetchSite), Optional.ofNullable(origin), HOST);
    }
}
