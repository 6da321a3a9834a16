package studio.diorama.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Diorama as a stranger runs it: the packaged web application in a process of its own, with a worker as its child,
/// on a data folder and a port of its own. Everything it prints goes to a log file, whose end is shown when something
/// fails.
public final class StudioProcess implements AutoCloseable {

    private static final Pattern SETUP_LINK = Pattern.compile("http://\\S+/setup\\?key=(\\S+)");
    private static final Pattern WORKER_READY = Pattern.compile("Worker ([0-9a-f-]{36}) is ready");

    private final Path data;
    private final int port;
    private final Path log;
    private final Map<String, String> settings;
    private Process web;

    private StudioProcess(Path data, int port, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.log = data.resolve("studio.log");
    }

    /// Starts a studio on an empty or a used data folder and waits until it answers.
    ///
    /// @param settings `diorama.…` and `quarkus.…` properties that differ from the shipped ones
    public static StudioProcess start(Path data, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("diorama.queue.poll", "100ms");
        all.putAll(settings);
        StudioProcess studio = new StudioProcess(data, freePort(), all);
        studio.restart();
        return studio;
    }

    /// Starts the web process again, on the same port and data.
    public void restart() {
        try {
            Files.createDirectories(data);
            long logged = Files.exists(log) ? Files.size(log) : 0;
            web = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Eventually.succeeds(Duration.ofSeconds(90), () -> {
                assertThat(web.isAlive()).as(this::logEnd).isTrue();
                assertThat(logFrom(logged)).contains("Listening on");
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx512m"));
        command.add("-Ddiorama.data=" + data);
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + freePort());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        if (!"false".equals(settings.get("diorama.worker.local"))) {
            command.add("-Ddiorama.worker.command=" + String.join(" ", workerCommand("--child")));
        }
        command.addAll(List.of(
                "-jar",
                root().resolve("frontend/target/quarkus-app/quarkus-run.jar").toString()));
        return command;
    }

    /// The command line of a worker on this studio's data, with this studio's settings.
    public List<String> workerCommand(String... arguments) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Path target = root().resolve("gpu-workers/worker/target");
        List<String> command = new ArrayList<>(
                List.of(java, "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"));
        command.add("-Ddiorama.data=" + data);
        settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("diorama."))
                .forEach(setting -> command.add("-D" + setting.getKey() + "=" + setting.getValue()));
        command.addAll(List.of(
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "studio.diorama.worker.WorkerMain"));
        command.addAll(List.of(arguments));
        return command;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public Path data() {
        return data;
    }

    public Process web() {
        return web;
    }

    /// The key of the link that makes the first account, as the console shows it.
    public String setupKey() {
        Matcher link = SETUP_LINK.matcher(log());
        assertThat(link.find()).as(this::logEnd).isTrue();
        return link.group(1);
    }

    /// The worker that the web process started last, once it takes jobs.
    public String awaitWorker() {
        Eventually.succeeds(
                Duration.ofSeconds(60),
                () -> assertThat(lastWorker()).as(this::logEnd).isPresent());
        return lastWorker().orElseThrow();
    }

    /// The id of the newest worker that said it was ready.
    public Optional<String> lastWorker() {
        Matcher ready = WORKER_READY.matcher(log());
        Optional<String> last = Optional.empty();
        while (ready.find()) {
            last = Optional.of(ready.group(1));
        }
        return last;
    }

    /// The process of the worker that is the web process's child.
    public ProcessHandle workerProcess() {
        return web.children()
                .filter(child -> child.info().commandLine().orElse("").contains("WorkerMain"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No worker child\n" + logEnd()));
    }

    /// As `kill -9`: nothing is closed, nothing is said. The worker child notices and ends by itself.
    public void kill() {
        web.destroyForcibly();
        await(web);
    }

    @Override
    public void close() {
        web.destroy();
        try {
            if (!web.waitFor(30, TimeUnit.SECONDS)) {
                web.descendants().forEach(ProcessHandle::destroyForcibly);
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the processes have printed.
    public String log() {
        return logFrom(0);
    }

    /// The end of it, for a failure's message.
    public String logEnd() {
        String all = log();
        return all.substring(Math.max(0, all.length() - 6000));
    }

    private String logFrom(long position) {
        try {
            byte[] bytes = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
            int from = (int) Math.min(position, bytes.length);
            return new String(bytes, from, bytes.length - from, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder of the whole project.
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /// A port that nobody listens on just now.
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process process) {
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
