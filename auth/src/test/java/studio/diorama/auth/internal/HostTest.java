package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostTest {

    @Test
    void anOriginIsTheSameHostAndPort() {
        Host host = new Host("Studio.Example.org", 8080);

        assertThat(host.isOrigin("http://studio.example.org:8080")).isTrue();
        assertThat(host.isOrigin("http://studio.example.org")).isFalse();
        assertThat(host.isOrigin("http://studio.example.org:8081")).isFalse();
        assertThat(host.isOrigin("http://evil.studio.example.org:8080")).isFalse();
        assertThat(host.isOrigin("null")).isFalse();
        assertThat(host.isOrigin("")).isFalse();
        assertThat(host.isOrigin("studio.example.org:8080")).isFalse();
    }

    @Test
    void aMissingPortIsTheUsualOneOfTheOriginsScheme() {
        assertThat(new Host("studio.example.org", -1).isOrigin("https://studio.example.org"))
                .isTrue();
        assertThat(new Host("studio.example.org", 443).isOrigin("https://studio.example.org"))
                .isTrue();
        assertThat(new Host("studio.example.org", -1).isOrigin("http://studio.example.org:80"))
                .isTrue();
        assertThat(new Host("studio.example.org", 443).isOrigin("http://studio.example.org"))
                .isFalse();
    }

    @Test
    void bracketsOfAnAddressDoNotMatter() {
        assertThat(new Host("[::1]", 8080)).isEqualTo(new Host("::1", 8080));
        assertThat(new Host("::1", 8080).isOrigin("http://[::1]:8080")).isTrue();
    }
}
