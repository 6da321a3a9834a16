package studio.diorama.persistence.bench;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.JobSpecCodec;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.store.ContentHash;

/// The project that a measurement works in.
public final class BenchmarkProject {

    private static final int BATCH = 1000;

    private final Database database;
    private final ProjectRepository projects;
    private final UUID id;
    private final List<UUID> accounts;
    private final UUID photo;
    private final List<UUID> jobs = new ArrayList<>();

    private BenchmarkProject(Database database, ProjectRepository projects, UUID id, List<UUID> accounts, UUID photo) {
        this.database = database;
        this.projects = projects;
        this.id = id;
        this.accounts = accounts;
        this.photo = photo;
    }

    static BenchmarkProject create(Database database, ChangeLog changes, AssetRepository assets, int people) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        AccountRepository accounts = new AccountRepository(database);
        ProjectRepository projects = new ProjectRepository(database, changes);
        List<UUID> ids = IntStream.range(0, people)
                .mapToObj(i -> accounts.create(
                                UUID.randomUUID() + "@benchmark.invalid", "Benchmark", null, null, false, now)
                        .id())
                .toList();
        UUID project =
                projects.create("Benchmark", "Removed when it ends.", now).id();
        UUID photo = createPhoto(database, assets, project, ids.getFirst(), now);
        return new BenchmarkProject(database, projects, project, ids, photo);
    }

    /// In a project that is there already, of one person; it goes with its whole database.
    public static BenchmarkProject inside(Database database, UUID project, UUID account) {
        ChangeLog changes = new ChangeLog(database, InstantSource.system());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID photo = createPhoto(database, new AssetRepository(database, changes), project, account, now);
        return new BenchmarkProject(
                database, new ProjectRepository(database, changes), project, List.of(account), photo);
    }

    /// A row that looks like a photo which may be used.
    private static UUID createPhoto(
            Database database, AssetRepository assets, UUID project, UUID account, Instant now) {
        String sha256 = ContentHash.of(project.toString());
        database.run(session -> session.createNativeMutationQuery(
                        "insert into blob (sha256, bytes, created_at) values (:sha256, 0, :now)")
                .setParameter("sha256", sha256)
                .setParameter("now", now)
                .executeUpdate());
        Asset photo = new Asset(
                Ids.next(),
                project,
                AssetKind.PHOTO,
                AssetState.READY,
                "benchmark.png",
                sha256,
                0,
                "image/png",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                account,
                now,
                0);
        assets.create(photo);
        return photo.id();
    }

    UUID id() {
        return id;
    }

    UUID account(int number) {
        return accounts.get(number % accounts.size());
    }

    public UUID photo() {
        return photo;
    }

    /// Those that [#fill] wrote, the oldest first.
    public List<UUID> jobs() {
        return jobs;
    }

    /// Writes finished jobs, many at a time.
    public void fill(int count) {
        String spec = JobSpecCodec.write(
                new CameraNoiseSpec(1, "heteroscedastic", "Camera", null, 400, 7, List.of(photo), Set.of(8), false));
        for (int written = 0; written < count; written += BATCH) {
            List<UUID> batch = IntStream.range(0, Math.min(BATCH, count - written))
                    .mapToObj(i -> Ids.next())
                    .toList();
            database.run(session -> session.doWork(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("""
                        insert into job (id, project_id, account_id, pipeline, title, spec, internal, state, priority,
                          gpu_bytes, attempt, losses, cancel_asked, stage_number, stage_count, fraction, work_units,
                          created_at, queued_at, not_before, started_at, finished_at, version)
                        values (?, ?, ?, 'camera-noise', 'Benchmark', ?, false, 'SUCCEEDED', 0,
                          0, 1, 0, false, 0, 0, 1, 1000000, ?, ?, ?, ?, ?, 3)""")) {
                    for (UUID job : batch) {
                        insert.setObject(1, job);
                        insert.setObject(2, id);
                        insert.setObject(3, account(job.hashCode() & 0xFF));
                        insert.setString(4, spec);
                        for (int column = 5; column <= 9; column++) {
                            insert.setObject(column, Instant.now().atOffset(ZoneOffset.UTC));
                        }
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }));
            jobs.addAll(batch);
        }
    }

    void remove() {
        projects.delete(id);
        database.run(session -> {
            session.createMutationQuery("delete from Account where id in (:ids)")
                    .setParameter("ids", accounts)
                    .executeUpdate();
            session.createMutationQuery("delete from Blob where sha256 = :sha256")
                    .setParameter("sha256", ContentHash.of(id.toString()))
                    .executeUpdate();
        });
    }
}
