package studio.diorama.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// In a process of its own, since the engine starts once in each.
final class SilentStartTest {

    /// What the process runs.
    public static final class Main {

        private Main() {}

        /// Prints one number and nothing else.
        public static void main(String[] arguments) {
            try (Scope scope = Scope.open(ComputeDevice.best())) {
                System.out.println(scope.ones(3).sum().item());
            }
        }
    }

    @Test
    void saysNothingOfItsOwn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dhttp.proxyHost=127.0.0.1",
                        "-Dhttp.proxyPort=1",
                        "-Dhttps.proxyHost=127.0.0.1",
                        "-Dhttps.proxyPort=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).isEqualTo("3.0" + System.lineSeparator());
    }
}
