package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.persistence.bench.BenchmarkProject;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;

/// The packaged studio as a whole: start, memory, rest, lists, submits, files in and out, event streams. On an H2 file
/// in a folder of its own, without a worker, in about three minutes.
///
/// The studio starts twice: on an empty folder, where an account and a project are made, and once more after a
/// hundred thousand jobs were put into that project's database.
public final class StudioBenchmark {

    private static final int JOBS = 100_000;
    private static final int CONNECTIONS = 4;
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final double MOST_START_SECONDS = 10;
    private static final double MOST_RESIDENT = 600;
    private static final double MOST_IDLE_PERCENT = 2;

    private final Workplace place;
    private final Path jar;
    private final PrintWriter progress;
    private final List<Figure> figures = new ArrayList<>();

    private StudioBenchmark(Workplace place, Path jar, PrintWriter progress) {
        this.place = place;
        this.jar = jar;
        this.progress = progress;
    }

    /// What can be measured by itself.
    public enum Part {
        JOBS,
        FILES,
        EVENTS
    }

    /// @param jar the packaged web application
    /// @param parent a folder on the disk to be measured; a new folder in it holds everything and is deleted
    /// @param parts what is measured besides start, memory and rest
    /// @param soak for how long everything is done at once at the end, if at all
    /// @param progress is told what is going on
    /// @throws IOException if the studio does not start or answers otherwise than expected
    public static Measurements run(
            Path jar, Path parent, Set<Part> parts, Optional<Duration> soak, PrintWriter progress) throws IOException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try (Workplace place = Workplace.in(parent)) {
            StudioBenchmark benchmark = new StudioBenchmark(place, jar, progress);
            benchmark.measure(parts, soak);
            return new Measurements(Runtime.getRuntime().availableProcessors(), load, benchmark.figures);
        }
    }

    private record Tenant(String token, UUID account, UUID project) {}

    private void measure(Set<Part> parts, Optional<Duration> soak) throws IOException {
        say("the first start, on an empty folder …");
        Tenant tenant = firstStart();
        say("%,d jobs are written …", JOBS);
        BenchmarkProject project;
        try (Database database = Database.open(DatabaseAddress.h2File(place.data(), CONNECTIONS))) {
            project = BenchmarkProject.inside(database, tenant.project(), tenant.account());
            project.fill(JOBS);
        }
        say("the second start …");
        try (StudioServer server = place.start(jar);
                StudioClient client = StudioClient.withToken(server.address(), tenant.token())) {
            atRest(server);
            if (parts.contains(Part.JOBS)) {
                say("jobs are listed, shown, submitted …");
                add(new JobLoad(server, client, tenant.project(), project.jobs(), project.photo()).measure());
            }
            if (parts.contains(Part.FILES)) {
                say("files are sent and fetched …");
                add(new FileLoad(server, client, tenant.project(), place.folder()).measure());
            }
            if (parts.contains(Part.EVENTS)) {
                say("people listen …");
                add(new EventLoad(server, client, tenant.project(), project.photo()).measure());
            }
            if (soak.isPresent()) {
                say("everything at once for %d s …", soak.get().toSeconds());
                add(new Soak(server, client, tenant.project(), project.photo(), soak.get()).measure());
            }
            add(List.of(Figure.below(
                    "resident memory after the load", server.memory().mebibytes(), "MiB", MOST_RESIDENT)));
        }
    }

    private Tenant firstStart() throws IOException {
        try (StudioServer server = place.start(jar)) {
            add(List.of(Figure.below(
                    "ready, first start on an empty folder", server.secondsToReady(), "s", MOST_START_SECONDS)));
            String token = StudioClient.tokenOfFirstAccount(server.address(), server.setupKey());
            try (StudioClient client = StudioClient.withToken(server.address(), token)) {
                String account = client.get("/api/v1/me").path("id").asText();
                String project = client.post("/api/v1/projects", "{\"name\": \"Benchmark\"}")
                        .path("id")
                        .asText();
                return new Tenant(token, UUID.fromString(account), UUID.fromString(project));
            }
        }
    }

    private void atRest(StudioServer server) {
        add(List.of(
                Figure.below("ready, with %,d jobs".formatted(JOBS), server.secondsToReady(), "s", MOST_START_SECONDS),
                Figure.below("resident memory after the start", server.memory().mebibytes(), "MiB", MOST_RESIDENT)));
        say("%d s without a request …", SETTLE.plus(IDLE).toSeconds());
        StudioServer.pause(SETTLE.toMillis());
        add(List.of(Figure.below(
                "processor time at rest, of one processor", server.processorPercent(IDLE), "%", MOST_IDLE_PERCENT)));
    }

    private void add(List<Figure> more) {
        figures.addAll(more);
        more.forEach(figure -> say("%s: %s %s", figure.name(), Figure.number(figure.measured()), figure.unit()));
    }

    private void say(String format, Object... values) {
        progress.println(format.formatted(values));
        progress.flush();
    }
}
