package studio.diorama.auth.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A real Keycloak with the realm of `src/test/resources/keycloak`, from the distribution that Maven has in its local
/// repository (`mvn dependency:get -Dartifact=org.keycloak:keycloak-quarkus-dist:26.7.3:zip`), or that
/// `DIORAMA_KEYCLOAK` names. Without one nothing is started, and the tests say so.
public final class KeycloakServer implements QuarkusTestResourceLifecycleManager {

    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin-password-for-tests";

    private static final String VERSION = "26.7.3";
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private static volatile Process process;
    private static volatile int port;

    /// Where it answers; empty text if there is none.
    static String url() {
        return process == null ? "" : "http://127.0.0.1:" + port;
    }

    @Override
    public Map<String, String> start() {
        Path zip = distribution();
        if (Files.notExists(zip)) {
            return Map.of();
        }
        try {
            Path folder = Files.createTempDirectory("diorama-keycloak");
            unzip(zip, folder);
            Path home = folder.resolve("keycloak-" + VERSION);
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    root().resolve("src/test/resources/keycloak/diorama-realm.json"), realms.resolve("diorama.json"));
            port = freePort();
            File log = folder.resolve("keycloak.log").toFile();
            ProcessBuilder builder = new ProcessBuilder(
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(log);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
            builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
            process = builder.start();
            awaitReady(log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be started", e);
        }
        return Map.of("quarkus.oidc.auth-server-url", url() + "/realms/diorama", "quarkus.oidc.client-id", "diorama");
    }

    @Override
    public void stop() {
        shutDown();
    }

    /// Ends it, as an outage does.
    static void shutDown() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            running.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        }
    }

    private static void awaitReady(Path log) throws IOException {
        RawHttp http = new RawHttp(port);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak ended: " + Files.readString(log));
            }
            if (answers(http)) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new IllegalStateException("Keycloak did not start in time: " + Files.readString(log));
    }

    private static boolean answers(RawHttp http) {
        try {
            return http.get("/realms/diorama/.well-known/openid-configuration", "")
                            .status()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path distribution() {
        String named = System.getenv("DIORAMA_KEYCLOAK");
        String repository = System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository");
        String file = "org/keycloak/keycloak-quarkus-dist/%1$s/keycloak-quarkus-dist-%1$s.zip".formatted(VERSION);
        return named == null ? Path.of(repository, file) : Path.of(named);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.notExists(folder.resolve("src/test/resources/keycloak"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    write(in, target);
                }
            }
        }
    }

    private static void write(InputStream in, Path target) throws IOException {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        if (target.toString().endsWith(".sh") && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
