package studio.diorama.persistence.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import studio.diorama.persistence.database.DatabaseAddress;

/// A PostgreSQL server of this process's own, made from Debian's package, in a temporary folder, on loopback.
///
/// It ends with this process, however that ends: it runs below a shell that waits for its input to close. Nothing is
/// synced to disk unless asked for, since nothing has to last.
public final class PostgresServer {

    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
    private static final String USER = "diorama";
    private static final int CONNECTIONS_PER_POOL = 8;

    private static PostgresServer shared;
    private static String missing;

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /// The server that all tests of this process share; the calling test is skipped where there is none.
    public static synchronized PostgresServer shared() {
        if (shared == null && missing == null) {
            Optional<Path> programs = programs();
            if (programs.isEmpty()) {
                missing = "PostgreSQL is not installed (Debian: apt-get install postgresql), so its half is not tested";
            } else {
                shared = start(programs.get(), false);
            }
        }
        Assumptions.assumeTrue(missing == null, missing);
        return shared;
    }

    /// A server that syncs every commit to disk, for measurements; empty where PostgreSQL is not installed.
    public static Optional<PostgresServer> durable() {
        return programs().map(programs -> start(programs, true));
    }

    /// An empty database of its own.
    public DatabaseAddress newDatabase() {
        String name = "test_" + Long.toHexString(System.nanoTime());
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not make a database", e);
        }
        return new DatabaseAddress(url(name), USER, "", CONNECTIONS_PER_POOL);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static Optional<Path> programs() {
        Optional<Path> installed = installed();
        if (installed.isEmpty() && isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run(List.of("apt-get", "install", "-y", "--no-install-recommends", "postgresql"));
            return installed();
        }
        return installed;
    }

    private static Optional<Path> installed() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start(Path programs, boolean durable) {
        try {
            Path folder = Files.createTempDirectory("diorama-postgres");
            if (isRoot()) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
            Path data = folder.resolve("data");
            run(asServer(List.of(
                    programs.resolve("initdb").toString(),
                    "--no-sync",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--username=" + USER,
                    "--pgdata=" + data)));
            int port = freePort();
            Process server = new ProcessBuilder(asServer(List.of(
                            "/bin/sh",
                            "-c",
                            "\"$@\" & server=$!; cat > /dev/null; kill -INT $server; wait $server",
                            "sh",
                            programs.resolve("postgres").toString(),
                            "-D",
                            data.toString(),
                            "-k",
                            folder.toString(),
                            "-h",
                            "127.0.0.1",
                            "-p",
                            String.valueOf(port),
                            "-c",
                            "max_connections=200",
                            "-c",
                            "fsync=" + (durable ? "on" : "off"))))
                    .redirectErrorStream(true)
                    .start();
            awaitReady(server);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            return new PostgresServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    /// Reads the server's log until it says that it is ready, and goes on reading it so that it never blocks.
    private static void awaitReady(Process server) throws IOException {
        BufferedReader log = server.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            if (line.contains("ready to accept connections")) {
                Thread.ofVirtual().start(() -> log.lines().forEach(rest -> {}));
                return;
            }
        }
        throw new IOException("The server ended: " + lines);
    }

    private static void stop(Process server, Path folder) {
        try {
            server.getOutputStream().close();
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            TestFolders.delete(folder);
        } catch (IOException e) {
            // The folder is a temporary one.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// PostgreSQL refuses to run as root.
    private static List<String> asServer(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> changed =
                new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
        changed.addAll(command);
        return changed;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
