package studio.diorama.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A worker process of its own, as its parent sees it.
final class WorkerChild {

    private final Process process;
    private final UUID workerId;
    private final Path log;

    private WorkerChild(Process process, UUID workerId, Path log) {
        this.process = process;
        this.workerId = workerId;
        this.log = log;
    }

    /// Starts one and waits until it takes jobs.
    ///
    /// @param settings beside [TestInstallation#QUICK]
    static WorkerChild start(Path data, Map<String, String> settings, String... arguments) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(TestInstallation.QUICK);
        all.putAll(settings);
        all.put("diorama.data", data.toString());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        all.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
        command.add(WorkerMain.class.getName());
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(data, "worker", ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        if (line == null || !line.startsWith(WorkerMain.READY)) {
            process.destroyForcibly();
            throw new AssertionError("the worker did not start: " + line + "\n" + Files.readString(log));
        }
        return new WorkerChild(process, UUID.fromString(line.substring(WorkerMain.READY.length())), log);
    }

    Process process() {
        return process;
    }

    UUID workerId() {
        return workerId;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// SIGKILL, and waits for the end.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    void closeInput() throws IOException {
        process.getOutputStream().close();
    }
}
