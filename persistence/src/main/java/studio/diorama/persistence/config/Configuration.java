package studio.diorama.persistence.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;

/// Reads `application.properties`, environment and system properties where no application server does it.
public final class Configuration {

    private Configuration() {}

    /// The settings of a process that is not the web application: worker, command line, tests.
    public static DioramaConfig load() {
        ClassLoader loader = Configuration.class.getClassLoader();
        URL file = loader.getResource("application.properties");
        if (file == null) {
            throw new IllegalStateException("application.properties is not on the class path");
        }
        try {
            SmallRyeConfig config = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addSystemSources()
                    .withSources(new PropertiesConfigSource(file, 100))
                    .withConverter(Duration.class, 200, new DurationText())
                    .withMapping(DioramaConfig.class)
                    .withMappingIgnore("quarkus.**")
                    .build();
            return config.getConfigMapping(DioramaConfig.class);
        } catch (IOException e) {
            throw new UncheckedIOException("application.properties cannot be read", e);
        }
    }
}
