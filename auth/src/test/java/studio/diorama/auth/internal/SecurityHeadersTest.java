package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void pagesLoadFramesAndPluginsFromNowhereElse() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        new SecurityHeaders(Optional.empty()).addTo(headers, false);

        assertThat(headers.get("Content-Security-Policy").split("; "))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "frame-ancestors 'none'",
                        "connect-src 'self' data: blob:",
                        "form-action 'self'");
        assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.get("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.contains("Strict-Transport-Security")).isFalse();
    }

    @Test
    void theFormThatSignsOutMayLeadOnToTheProvider() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        new SecurityHeaders(Optional.of("https://id.example.org")).addTo(headers, true);

        assertThat(headers.get("Content-Security-Policy").split("; "))
                .contains("form-action 'self' https://id.example.org");
        assertThat(headers.contains("Strict-Transport-Security")).isTrue();
    }

    @Test
    void aStricterPolicyStays() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set("Content-Security-Policy", "sandbox");
        new SecurityHeaders(Optional.empty()).addTo(headers, false);

        assertThat(headers.getAll("Content-Security-Policy")).containsExactly("sandbox");
    }
}
