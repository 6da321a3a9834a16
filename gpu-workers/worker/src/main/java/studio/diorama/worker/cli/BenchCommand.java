package studio.diorama.worker.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.persistence.bench.QueueBenchmark;
import studio.diorama.persistence.config.Configuration;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;
import studio.diorama.worker.cli.bench.Figure;
import studio.diorama.worker.cli.bench.Measurements;
import studio.diorama.worker.cli.bench.StudioBenchmark;

/// Measurements. To add one: a class that prints its figures, and a method here.
@Command(
        name = "bench",
        description = "Measures, and prints what it measured.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchNoiseCommand.class,
            BenchDenoiserCommand.class,
            BenchCommand.Queue.class,
            BenchCommand.Studio.class
        })
final class BenchCommand {

    /// Speed of the queue.
    @Command(
            name = "queue",
            description = "How fast jobs are submitted, claimed and listed: on a new H2 file, or on the server that"
                    + " DIORAMA_DATABASE_URL names (with DIORAMA_DATABASE_USER and DIORAMA_DATABASE_PASSWORD). On a server"
                    + " it works in a project of its own, which it removes.")
    static final class Queue implements Callable<Integer> {

        @Mixin
        private Reporting reporting;

        @Override
        public Integer call() throws IOException {
            DioramaConfig config = Configuration.load();
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            boolean server =
                    config.database().url().filter(url -> !url.isBlank()).isPresent();
            Path folder = Files.createTempDirectory("diorama-bench");
            DatabaseAddress address = server
                    ? DatabaseAddress.from(config)
                    : DatabaseAddress.h2File(folder, config.database().connections());
            try (Database database = Database.open(address)) {
                Measurements figures = new Measurements(
                        Runtime.getRuntime().availableProcessors(),
                        load,
                        figures(QueueBenchmark.run(database, System.err), server));
                reporting.answer(figures.table(), figures);
            } finally {
                deleteTree(folder);
            }
            return 0;
        }

        /// @param server whether PostgreSQL was measured, of which more is asked than of a file
        private static List<Figure> figures(QueueBenchmark.Figures measured, boolean server) {
            return List.of(
                    Figure.least("jobs submitted, one thread", measured.submitsPerSecond(), "/s", server ? 400 : 100),
                    Figure.least("empty jobs, four threads", measured.jobsPerSecond(), "/s", server ? 100 : 20),
                    Figure.below("jobs that ran twice", measured.doubles(), "", 1),
                    Figure.of("a fair claim, p50", measured.claimMilliseconds(), "ms"),
                    Figure.of("list of 100,000 jobs, p50", measured.pageMilliseconds(), "ms"),
                    Figure.below("list of 100,000 jobs, p95", measured.pageMilliseconds95(), "ms", 200),
                    Figure.of("count of 100,000 jobs, p50", measured.countMilliseconds(), "ms"));
        }

        private static void deleteTree(Path folder) throws IOException {
            List<Path> deepestFirst;
            try (Stream<Path> paths = Files.walk(folder)) {
                deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// The packaged web application as a whole.
    @Command(
            name = "studio",
            description = "How fast the packaged web application starts, lists, takes and gives, and what memory it"
                    + " needs: in a process and a folder of its own, which go when it ends. Takes about three minutes.")
    static final class Studio implements Callable<Integer> {

        /// The launcher says where it has built the web application.
        private static final String JAR = "studio.bench.web";

        @Mixin
        private Reporting reporting;

        @Option(
                names = "--in",
                paramLabel = "DIR",
                description = "A folder on the disk to be measured (the system's folder for temporary files).")
        private Path parent = Path.of(System.getProperty("java.io.tmpdir"));

        @Option(
                names = "--only",
                paramLabel = "PART",
                split = ",",
                description = "What is measured besides start, memory and rest: ${COMPLETION-CANDIDATES} (all).")
        private Set<StudioBenchmark.Part> parts = EnumSet.allOf(StudioBenchmark.Part.class);

        @Option(
                names = "--soak",
                paramLabel = "MINUTES",
                description =
                        "At the end, do everything at once for so many minutes, and see whether heap, open files and"
                                + " connections stay as they are.")
        private Integer soakMinutes;

        @Override
        public Integer call() throws IOException {
            if (soakMinutes != null && soakMinutes < 1) {
                throw reporting.wrongUse("--soak: a minute or more is expected, got " + soakMinutes + ".");
            }
            if (!Files.isDirectory(parent)) {
                throw reporting.wrongUse("There is no folder " + parent + ".");
            }
            Path jar = Path.of(System.getProperty(JAR, "frontend/target/quarkus-app/quarkus-run.jar"));
            if (!Files.isRegularFile(jar)) {
                throw reporting.wrongUse(
                        "There is no packaged web application %s. Build it with ./diorama build, or name it with -D%s=FILE."
                                .formatted(jar, JAR));
            }
            Measurements figures = StudioBenchmark.run(
                    jar, parent, parts, Optional.ofNullable(soakMinutes).map(Duration::ofMinutes), reporting.err());
            reporting.answer(figures.table(), figures);
            return 0;
        }
    }
}
