package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packaged web application in a process of its own, without a worker and without limits of pace.
final class StudioServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 20;
    private static final Pattern SETUP_LINK = Pattern.compile("http://\\S+/setup\\?key=(\\S+)");

    /// As `./diorama run` starts it, but with the heap that the target for resident memory was set for.
    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true");

    private static final Map<String, String> SETTINGS = Map.of(
            "diorama.worker.local", "false",
            "diorama.limits.requests-per-minute", "10000000",
            "diorama.limits.job-posts-per-minute", "10000000",
            "diorama.limits.sign-ins-per-minute", "10000",
            "diorama.limits.queued-per-user", "10000000",
            "diorama.limits.uploads-per-user", "100",
            "quarkus.http.host", "127.0.0.1",
            "quarkus.management.host", "127.0.0.1");

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final long startNanos;
    private final HttpClient metrics =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private double secondsToReady;

    private StudioServer(Process process, Path log, int port, int managementPort, long startNanos) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
        this.startNanos = startNanos;
    }

    static StudioServer launch(Path jar, Path data, Path log) throws IOException {
        Files.createDirectories(data);
        int port = freePort();
        int managementPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        SETTINGS.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Ddiorama.data=" + data.toAbsolutePath());
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + managementPort);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.toAbsolutePath().getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // A database or a data folder that this shell is set up for must not be measured, much less filled.
        builder.environment().keySet().removeIf(name -> name.startsWith("DIORAMA_") || name.startsWith("QUARKUS_"));
        long startNanos = System.nanoTime();
        return new StudioServer(builder.start(), log, port, managementPort, startNanos);
    }

    /// Returns once the first page, which asks the database who is there, is given out.
    void awaitReady() throws IOException {
        HttpRequest question = HttpRequest.newBuilder(address())
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, question)) {
                if (!process.isAlive() || secondsSince(startNanos) > LONGEST_START.toSeconds()) {
                    throw new IOException("The studio did not become ready within %d s. The end of its log:%n%s"
                            .formatted(LONGEST_START.toSeconds(), logEnd()));
                }
                pause(POLL_MILLIS);
            }
        }
        secondsToReady = secondsSince(startNanos);
    }

    private static boolean answers(HttpClient http, HttpRequest question) {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw Load.interrupted(e);
        }
    }

    /// From the process's start until its first page answered.
    double secondsToReady() {
        return secondsToReady;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    ResidentMemory memory() {
        return new ResidentMemory(process.pid());
    }

    /// What it holds now; its heap as its metrics tell.
    ProcessHandles handles() {
        return ProcessHandles.of(process.pid(), heapBytes() / (1 << 20));
    }

    private double heapBytes() {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return metrics.send(question, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("The studio's metrics do not answer", e);
        } catch (InterruptedException e) {
            throw Load.interrupted(e);
        }
    }

    /// Processor time over a stretch of wall time, in percent of one processor.
    double processorPercent(Duration stretch) {
        long start = System.nanoTime();
        Duration before = processorTime();
        pause(stretch.toMillis());
        Duration used = processorTime().minus(before);
        return used.toNanos() * 100.0 / (System.nanoTime() - start);
    }

    /// Processor time since its start, of all its threads.
    Duration processorTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("This system does not tell a process's processor time"));
    }

    /// The key of the link that makes the first account, as the console shows it.
    String setupKey() throws IOException {
        Matcher link = SETUP_LINK.matcher(Files.readString(log));
        if (!link.find()) {
            throw new IOException("A link to make the first account was expected in the studio's log:\n" + logEnd());
        }
        return link.group(1);
    }

    private String logEnd() throws IOException {
        String all = Files.readString(log);
        return all.substring(Math.max(0, all.length() - 4000));
    }

    /// Ends it at once; nothing that it holds is needed any more.
    void kill() {
        process.destroyForcibly();
        close();
    }

    /// Lets it end in order, so that its data can be used again.
    @Override
    public void close() {
        metrics.shutdownNow();
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(15, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw Load.interrupted(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
