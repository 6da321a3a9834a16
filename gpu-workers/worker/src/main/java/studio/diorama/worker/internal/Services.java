package studio.diorama.worker.internal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import studio.diorama.imaging.DecoderSettings;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.JobAttempt;
import studio.diorama.persistence.job.JobClaims;
import studio.diorama.persistence.job.JobRecovery;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.job.JobTickets;
import studio.diorama.persistence.store.ArtifactStore;
import studio.diorama.persistence.store.DirectoryArtifactStore;
import studio.diorama.persistence.worker.WorkerRepository;

/// The parts that a worker process shares among its threads.
///
/// @param workerId this process
/// @param config its settings
/// @param database its rows
/// @param store its bytes
/// @param clock its time
/// @param device what it computes on, as shown to people
public record Services(
        UUID workerId,
        DioramaConfig config,
        Database database,
        ArtifactStore store,
        InstantSource clock,
        String device) {

    public Services {
        requireNonNull(workerId, "workerId is null");
        requireNonNull(config, "config is null");
        requireNonNull(database, "database is null");
        requireNonNull(store, "store is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(device, "device is null");
    }

    /// The artifact store lies in the data folder's `store`.
    public static Services of(
            UUID workerId, DioramaConfig config, Database database, InstantSource clock, String device) {
        ArtifactStore store = new DirectoryArtifactStore(
                config.data().resolve("store"), database, clock, config.limits().freeDiskPercent());
        return new Services(workerId, config, database, store, clock, device);
    }

    public ChangeLog changes() {
        return new ChangeLog(database, clock);
    }

    public AssetRepository assets() {
        return new AssetRepository(database, changes());
    }

    public WorkerRepository workers() {
        return new WorkerRepository(database, changes());
    }

    public JobClaims claims() {
        return new JobClaims(
                database,
                changes(),
                clock,
                config.limits().runningPerUser(),
                config.queue().oldestFirstAfter());
    }

    public JobTickets tickets() {
        return new JobTickets(database);
    }

    public JobRecovery recovery() {
        return new JobRecovery(
                database, changes(), tickets(), clock, config.queue().lossesBeforeQuarantine());
    }

    public JobAttempt attempt(ClaimedJob job) {
        return new JobAttempt(database, changes(), assets(), clock, job);
    }

    Checkpoints checkpoints() {
        JobRepository jobs = new JobRepository(database, changes(), tickets(), clock);
        return new Checkpoints(
                config.data(),
                job -> jobs.find(job).map(found -> found.state().isFinal()).orElse(true));
    }

    public Duration cancelGrace() {
        return config.worker().cancelGrace();
    }

    /// Processor threads that one job may use while all job threads are busy.
    public int threadsPerJob() {
        return Math.max(
                1, Runtime.getRuntime().availableProcessors() / config.worker().threads());
    }

    public ImageLimits imageLimits() {
        return ImageLimits.PHOTO
                .withMaxSide(config.limits().imageSide())
                .withMaxPixels(config.limits().imagePixels());
    }

    public DecoderSettings decoderSettings() {
        return DecoderSettings.DEFAULT
                .withHeapBytes(config.limits().decoderMemory())
                .withTimeLimit(config.limits().decoderTime());
    }
}
