package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestRateTest {

    @Test
    void countsTheApiAndSignInsButNotPagesAndPictures() {
        assertThat(RequestRate.isCounted("/api/v1/jobs")).isTrue();
        assertThat(RequestRate.isCounted("/sign-in/local")).isTrue();
        assertThat(RequestRate.isCounted("/api/v1/assets/1/thumbnail")).isFalse();
        assertThat(RequestRate.isCounted("/api/v1/assets/1/content")).isFalse();
        assertThat(RequestRate.isCounted("/VAADIN/push")).isFalse();
        assertThat(RequestRate.isCounted("/")).isFalse();
    }
}
