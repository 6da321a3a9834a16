package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/projects?cursor=a;b//c",
                "/VAADIN/build/index-1a2b.js",
                "/VAADIN/push?v-r=push&v-uiId=0",
                "/api/v1/assets/0198/content",
                "/projects/caf%C3%A9%20noir",
                "/diorama/three.module.js",
                "/.well-known/thing",
                "/a..b/c."
            })
    void letsPlainPathsThrough(String target) {
        assertThat(RequestPath.fault(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me;x",
                "/api;jsessionid=1/v1/me",
                "/api/v1/me%3Bx",
                "/api/v1/me%3bx",
                "/api%2Fv1/me",
                "/api%2fv1/me",
                "/api%5Cv1/me",
                "/api\\v1/me",
                "/api/v1/me%00",
                "//api/v1/me",
                "/api//v1/me",
                "/api/v1/me//",
                "/api/./v1/me",
                "/api/../v1/me",
                "/api/v1/.",
                "/api/v1/..",
                "/api/%2e%2e/v1/me",
                "/api/%2E/v1/me",
                "/api/v1/me%",
                "/api/v1/me%4",
                "/api/v1/me%zz",
                "/api/v1/m\u00e9",
                "/api/v1/m e",
                "http://localhost/api/v1/me",
                "api/v1/me",
                "*",
                ""
            })
    void refusesWhatCouldBeReadInTwoWays(String target) {
        assertThat(RequestPath.fault(target)).isPresent();
    }
}
