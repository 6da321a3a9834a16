package studio.diorama.persistence.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.ClaimRequest;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.JobAttempt;
import studio.diorama.persistence.job.JobClaims;
import studio.diorama.persistence.job.JobFilter;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.job.JobTickets;
import studio.diorama.persistence.job.NewJob;

/// How fast the queue is on an open database: jobs submitted, empty jobs run, pages of a long list read.
///
/// Everything goes the way of the real processes: tickets are picked by a real db-scheduler of four threads. What it
/// writes is in a project of its own, which is removed at the end; run it on an installation where nothing else waits.
public final class QueueBenchmark {

    private static final int THREADS = 4;
    private static final int JOBS = 1000;
    private static final int LISTED_JOBS = 100_000;
    private static final int PAGE = 50;
    private static final int PAGES = 200;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Database database;
    private final InstantSource clock = InstantSource.system();
    private final ChangeLog changes;
    private final AssetRepository assets;
    private final JobTickets tickets;
    private final JobRepository jobs;
    private final JobClaims claims;

    private QueueBenchmark(Database database) {
        this.database = database;
        changes = new ChangeLog(database, clock);
        assets = new AssetRepository(database, changes);
        tickets = new JobTickets(database);
        jobs = new JobRepository(database, changes, tickets, clock);
        claims = new JobClaims(database, changes, clock, THREADS, Duration.ofHours(24));
    }

    /// What was measured.
    ///
    /// @param submitsPerSecond jobs written by one thread
    /// @param jobsPerSecond empty jobs claimed and finished by four threads
    /// @param doubles jobs that ran more than once; must be 0
    /// @param claimMilliseconds median time of one fair claim
    /// @param pageMilliseconds median time of a page of 50 among 100,000 jobs
    /// @param pageMilliseconds95 95th percentile of the same
    /// @param countMilliseconds median time of counting those jobs
    public record Figures(
            double submitsPerSecond,
            double jobsPerSecond,
            int doubles,
            double claimMilliseconds,
            double pageMilliseconds,
            double pageMilliseconds95,
            double countMilliseconds) {}

    public static Figures run(Database database, PrintStream out) {
        QueueBenchmark benchmark = new QueueBenchmark(database);
        BenchmarkProject project = BenchmarkProject.create(database, benchmark.changes, benchmark.assets, THREADS);
        try {
            return benchmark.measure(project, out);
        } finally {
            project.remove();
        }
    }

    private Figures measure(BenchmarkProject project, PrintStream out) {
        // The first round is for the compiler: a worker runs for days.
        submit(project, JOBS);
        finish(JOBS);
        double submits = submit(project, JOBS);
        out.printf("submit: %.0f jobs/s%n", submits);
        Finished finished = finish(JOBS);
        out.printf(
                "claim and finish, %d threads: %.0f jobs/s, a claim takes %.1f ms, %d ran twice%n",
                THREADS, finished.perSecond(), finished.claimMilliseconds(), finished.doubles());

        project.fill(LISTED_JOBS);
        List<UUID> starts = starts(project);
        double[] pages = milliseconds(PAGES, i -> jobs.page(project.id(), JobFilter.ALL, starts.get(i), PAGE));
        double[] counts = milliseconds(20, i -> jobs.count(project.id(), JobFilter.ALL));
        out.printf(
                "list of %,d jobs: page of %d p50 %.1f ms, p95 %.1f ms; count %.1f ms%n",
                LISTED_JOBS, PAGE, percentile(pages, 50), percentile(pages, 95), percentile(counts, 50));
        return new Figures(
                submits,
                finished.perSecond(),
                finished.doubles(),
                finished.claimMilliseconds(),
                percentile(pages, 50),
                percentile(pages, 95),
                percentile(counts, 50));
    }

    private double submit(BenchmarkProject project, int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            CameraNoiseSpec spec = new CameraNoiseSpec(
                    1, "heteroscedastic", "Camera", null, 400, i, List.of(project.photo()), Set.of(8), false);
            jobs.submit(
                    new NewJob(project.id(), project.account(i), "Benchmark", spec, 0, 0, 1_000_000, Optional.empty()));
        }
        return perSecond(count, start);
    }

    private record Finished(double perSecond, int doubles, double claimMilliseconds) {}

    /// Runs a scheduler as a worker has it until `count` jobs are done.
    private Finished finish(int count) {
        CountDownLatch left = new CountDownLatch(count);
        AtomicInteger begun = new AtomicInteger();
        double[] claimTimes = new double[count];
        Scheduler scheduler = Scheduler.create(database.dataSource(), worker(left, begun, claimTimes))
                .serializer(JobTickets.SERIALIZER)
                .threads(THREADS)
                .pollUsingFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .deleteUnresolvedAfter(Duration.ofDays(36_500))
                .build();
        long start = System.nanoTime();
        scheduler.start();
        try {
            if (!left.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException(left.getCount() + " of " + count + " jobs were not done in 5 minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted", e);
        } finally {
            scheduler.stop();
        }
        return new Finished(perSecond(count, start), begun.get() - count, percentile(claimTimes, 50));
    }

    private Task<Void> worker(CountDownLatch left, AtomicInteger begun, double[] claimTimes) {
        UUID workerId = UUID.randomUUID();
        Set<String> pipelines = Set.of(CameraNoiseSpec.PIPELINE);
        return Tasks.custom(JobTickets.TASK_NAME, Void.class).execute((ticket, context) -> {
            long start = System.nanoTime();
            Optional<ClaimedJob> job = claims.claim(new ClaimRequest(workerId, ticket.getId(), "CPU", pipelines, 0));
            if (job.isPresent()) {
                int number = begun.getAndIncrement();
                claimTimes[Math.min(number, claimTimes.length - 1)] = (System.nanoTime() - start) / 1e6;
                new JobAttempt(database, changes, assets, clock, job.get()).succeed(List.of(), () -> {});
                left.countDown();
            } else if (claims.anyQueued()) {
                return (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(POLL));
            }
            return new CompletionHandler.OnCompleteRemove<>();
        });
    }

    private List<UUID> starts(BenchmarkProject project) {
        List<UUID> ids = project.jobs();
        return java.util.stream.IntStream.range(0, PAGES)
                .mapToObj(i -> ids.get((int) ((long) i * (ids.size() - 1) / PAGES)))
                .toList();
    }

    @FunctionalInterface
    private interface Step {
        Object run(int number);
    }

    private static double[] milliseconds(int times, Step step) {
        double[] taken = new double[times];
        for (int i = -times / 2; i < times; i++) {
            long start = System.nanoTime();
            step.run(Math.abs(i));
            if (i >= 0) {
                taken[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return taken;
    }

    private static double perSecond(int count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
