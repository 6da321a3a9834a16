package studio.diorama.auth.internal;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;

/// Switches sign-in through an identity provider on as soon as its address and our name there are set: two settings
/// are all that an installation needs.
@Priority(Priorities.APPLICATION)
public class ProviderSwitch implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String SWITCH = "quarkus.oidc.tenant-enabled";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (!name.equals(SWITCH)) {
            return context.proceed(name);
        }
        boolean configured = isSet(context, "quarkus.oidc.auth-server-url") && isSet(context, "quarkus.oidc.client-id");
        return ConfigValue.builder()
                .withName(SWITCH)
                .withValue(Boolean.toString(configured))
                .withRawValue(Boolean.toString(configured))
                .withConfigSourceName("derived from quarkus.oidc.auth-server-url and quarkus.oidc.client-id")
                .withConfigSourceOrdinal(Integer.MAX_VALUE)
                .build();
    }

    private static boolean isSet(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        return value != null && value.getValue() != null && !value.getValue().isBlank();
    }
}
