package studio.diorama.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import studio.diorama.testing.StudioProcess;

/// A PostgreSQL server of a test's own that can be torn down and started again, from Debian's packages.
final class RestartablePostgres implements AutoCloseable {

    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port = StudioProcess.freePort();

    private RestartablePostgres(Path programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /// Makes an empty cluster and starts it; skips the test where PostgreSQL is not installed.
    static RestartablePostgres start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        Assumptions.assumeTrue(programs.isPresent(), "PostgreSQL is not installed (Debian: package postgresql)");
        Path folder = Files.createTempDirectory("diorama-restart");
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        RestartablePostgres server = new RestartablePostgres(programs.orElseThrow(), folder);
        server.run(
                "initdb",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--username=diorama",
                "-D",
                server.data());
        server.up();
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    void up() throws IOException, InterruptedException {
        String options = "-h 127.0.0.1 -p %d -k %s".formatted(port, folder);
        run(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-o",
                options,
                "-l",
                folder.resolve("log").toString(),
                "start");
    }

    /// As a crash: no connection is told, nothing is written out.
    void crash() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        crash();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        int answer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(answer).as(String.join(" ", command)).isZero();
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
