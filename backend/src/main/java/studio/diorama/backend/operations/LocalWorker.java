package studio.diorama.backend.operations;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.JobRecovery;
import studio.diorama.persistence.worker.WorkerRepository;

/// The worker that `./diorama run` brings along: a child process, started again whenever it ends. Its jobs go back
/// into the queue the moment it dies, without waiting for missed heartbeats.
///
/// The child reads its standard input and ends when that does, so it never outlives this process.
@ApplicationScoped
public class LocalWorker {

    private static final Logger LOG = Logger.getLogger(LocalWorker.class);
    private static final Pattern READY = Pattern.compile("worker ready ([0-9a-f-]{36})");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final DioramaConfig config;
    private final JobRecovery recovery;
    private final WorkerRepository workers;
    private volatile boolean stopping;
    private volatile Process child;
    private volatile Thread keeper;

    LocalWorker(DioramaConfig config, JobRecovery recovery, WorkerRepository workers) {
        this.config = config;
        this.recovery = recovery;
        this.workers = workers;
    }

    void start(@Observes StartupEvent event) {
        Optional<String> command = config.worker().command().filter(line -> !line.isBlank());
        if (config.worker().local() && command.isPresent()) {
            List<String> words = List.of(command.orElseThrow().strip().split("\\s+"));
            keeper = Thread.ofPlatform().daemon().name("local-worker").start(() -> keepRunning(words));
        }
    }

    private void keepRunning(List<String> words) {
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            long began = System.nanoTime();
            runOnce(words);
            boolean good = Duration.ofNanos(System.nanoTime() - began).compareTo(GOOD_RUN) > 0;
            pause = good ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
            if (!stopping) {
                LOG.warnf("The worker process has ended; the next one starts in %d ms", pause.toMillis());
                sleep(pause);
            }
        }
    }

    private void runOnce(List<String> words) {
        Optional<UUID> worker = Optional.empty();
        try {
            child = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines = child.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher ready = READY.matcher(line);
                    if (ready.matches()) {
                        worker = Optional.of(UUID.fromString(ready.group(1)));
                        LOG.infof("Worker %s is ready", worker.orElseThrow());
                    }
                }
            }
            child.waitFor();
        } catch (IOException e) {
            LOG.error("The worker process cannot be started: " + String.join(" ", words), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.ifPresent(this::recover);
    }

    private void recover(UUID worker) {
        try {
            int jobs = recovery.workerLost(worker);
            workers.remove(worker);
            if (jobs > 0) {
                LOG.infof("%d jobs of worker %s are waiting again", jobs, worker);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "The jobs of worker %s wait for its missed heartbeats", worker);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        Process running = child;
        if (running == null) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
            // What the child leaves behind is put in order while there still is a database.
            keeper.join(DRAIN);
        } catch (IOException e) {
            running.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
