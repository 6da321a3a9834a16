package studio.diorama.auth.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderSwitchTest {

    private static final String SERVER = "quarkus.oidc.auth-server-url";
    private static final String CLIENT = "quarkus.oidc.client-id";

    @Test
    void twoSettingsSwitchTheProviderOn() {
        assertThat(isOn(Map.of(SERVER, "https://id.example.org/realms/team", CLIENT, "diorama")))
                .isTrue();
    }

    @Test
    void fewerLeaveItOff() {
        assertThat(isOn(Map.of())).isFalse();
        assertThat(isOn(Map.of(SERVER, "https://id.example.org/realms/team"))).isFalse();
        assertThat(isOn(Map.of(CLIENT, "diorama"))).isFalse();
        assertThat(isOn(Map.of(SERVER, "", CLIENT, "diorama"))).isFalse();
    }

    private static boolean isOn(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new ProviderSwitch())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getValue("quarkus.oidc.tenant-enabled", Boolean.class);
    }
}
