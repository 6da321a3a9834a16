package studio.diorama.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.config.Configuration;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.JobState;
import studio.diorama.persistence.job.NewJob;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.store.DirectoryArtifactStore;
import studio.diorama.persistence.store.StoredBytes;
import studio.diorama.persistence.testing.TestFolders;
import studio.diorama.persistence.testing.TestStudio;
import studio.diorama.worker.internal.Services;

/// A whole installation in a temporary folder: H2 file, artifact store, one person with one project; settings as
/// shipped, but quick.
public final class TestInstallation implements AutoCloseable {

    /// Settings under which things happen in tenths of seconds.
    public static final Map<String, String> QUICK = Map.of(
            "diorama.queue.poll", "50ms",
            "diorama.queue.heartbeat", "500ms",
            "diorama.queue.missed-heartbeats", "4",
            "diorama.worker.threads", "2",
            "diorama.worker.cancel-grace", "2s",
            "diorama.limits.free-disk-percent", "0");

    static {
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    public final Path data;
    public final DioramaConfig config;
    public final Database database;
    public final DirectoryArtifactStore store;
    public final TestStudio studio;
    public final Account account;
    public final Project project;

    public TestInstallation() {
        this(Map.of());
    }

    /// @param overrides settings beside [#QUICK]
    public TestInstallation(Map<String, String> overrides) {
        try {
            data = Files.createTempDirectory("diorama-worker-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config = load(overrides);
        database = Database.open(DatabaseAddress.from(config));
        InstantSource clock = InstantSource.system();
        store = new DirectoryArtifactStore(data.resolve("store"), database, clock, 0);
        studio = new TestStudio(database, clock);
        account = studio.account();
        project = studio.project(account);
    }

    private DioramaConfig load(Map<String, String> overrides) {
        Map<String, String> settings = new LinkedHashMap<>(QUICK);
        settings.putAll(overrides);
        settings.put("diorama.data", data.toString());
        settings.forEach(System::setProperty);
        try {
            return Configuration.load();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    public Worker worker(Function<Services, JobHandlers> handlers) {
        return worker(handlers, () -> {});
    }

    public Worker worker(Function<Services, JobHandlers> handlers, Runnable halt) {
        return Worker.start(config, handlers, halt);
    }

    /// Stores bytes as an asset of the project.
    public Asset asset(String name, byte[] bytes, AssetKind kind, AssetState state) {
        StoredBytes stored = store.put(new java.io.ByteArrayInputStream(bytes));
        Asset asset = new Asset(
                Ids.next(),
                project.id(),
                kind,
                state,
                name,
                stored.sha256(),
                stored.bytes(),
                "application/octet-stream",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                account.id(),
                studio.clock.instant(),
                0);
        studio.assets.create(asset);
        return asset;
    }

    public Asset photo(String name, byte[] bytes) {
        return asset(name, bytes, AssetKind.PHOTO, AssetState.READY);
    }

    public UUID submit(JobSpec spec) {
        return studio.jobs
                .submit(new NewJob(project.id(), account.id(), "A job", spec, 0, 0, 1000, Optional.empty()))
                .id();
    }

    public Job job(UUID id) {
        return studio.jobs.find(id).orElseThrow();
    }

    public Job await(UUID id, JobState state) {
        return Await.value("job " + id + " " + state, () -> {
            Job job = job(id);
            if (job.state().isFinal() && job.state() != state) {
                throw new AssertionError("job ended as %s: %s".formatted(job.state(), job.failure()));
            }
            return Optional.of(job).filter(each -> each.state() == state);
        });
    }

    public List<Asset> outputs(UUID job) {
        return studio.assets.ofJob(job);
    }

    public byte[] bytes(Asset asset) {
        try (InputStream stream = Channels.newInputStream(store.open(asset.sha256()))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
        try {
            TestFolders.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
