package studio.diorama.persistence.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.ClaimRequest;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobAttempt;
import studio.diorama.persistence.job.JobClaims;
import studio.diorama.persistence.job.JobRecovery;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.JobTickets;
import studio.diorama.persistence.job.NewJob;
import studio.diorama.persistence.job.PhotoCheckSpec;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.project.Role;
import studio.diorama.persistence.store.ContentHash;

/// The repositories over one open database, and short words for what tests put into it.
public final class TestStudio {

    public static final int RUNNING_PER_USER = 4;
    public static final int LOSSES_BEFORE_QUARANTINE = 3;
    public static final Set<String> PIPELINES = Set.of(CameraNoiseSpec.PIPELINE, PhotoCheckSpec.PIPELINE);

    public final Database database;
    public final InstantSource clock;
    public final ChangeLog changes;
    public final AccountRepository accounts;
    public final ProjectRepository projects;
    public final MemberRepository members;
    public final AssetRepository assets;
    public final JobTickets tickets;
    public final JobRepository jobs;
    public final JobClaims claims;
    public final JobRecovery recovery;

    public TestStudio(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        changes = new ChangeLog(database, clock);
        accounts = new AccountRepository(database);
        projects = new ProjectRepository(database, changes);
        members = new MemberRepository(database, changes);
        assets = new AssetRepository(database, changes);
        tickets = new JobTickets(database);
        jobs = new JobRepository(database, changes, tickets, clock);
        claims = new JobClaims(database, changes, clock, RUNNING_PER_USER, Duration.ofHours(24));
        recovery = new JobRecovery(database, changes, tickets, clock, LOSSES_BEFORE_QUARANTINE);
    }

    public Account account() {
        String name = "person-" + UUID.randomUUID();
        return accounts.create(name + "@example.org", name, null, null, false, clock.instant());
    }

    public Project project(Account owner) {
        Project project = projects.create("Project", "", clock.instant());
        members.put(project.id(), owner.id(), Role.OWNER);
        return project;
    }

    /// A row of `blob` without a file.
    public String blob() {
        String sha256 = ContentHash.of(UUID.randomUUID().toString());
        database.run(session -> session.createNativeMutationQuery(
                        "insert into blob (sha256, bytes, created_at) values (:sha256, 1, :now)")
                .setParameter("sha256", sha256)
                .setParameter("now", clock.instant())
                .executeUpdate());
        return sha256;
    }

    /// An asset that has not been written yet; its bytes have.
    public Asset asset(Project project, Account account, AssetKind kind, UUID jobId) {
        return new Asset(
                Ids.next(),
                project.id(),
                kind,
                AssetState.READY,
                "picture.png",
                blob(),
                1,
                "image/png",
                Optional.of(new PictureInfo(640, 480, 8, Optional.of("Camera"), Optional.of(400))),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(jobId),
                Optional.empty(),
                Optional.empty(),
                account.id(),
                clock.instant(),
                0);
    }

    public Asset photo(Project project, Account account) {
        Asset photo = asset(project, account, AssetKind.PHOTO, null);
        assets.create(photo);
        return photo;
    }

    public static CameraNoiseSpec noise(Asset... photos) {
        return new CameraNoiseSpec(
                1,
                "heteroscedastic",
                "Camera",
                null,
                400,
                7,
                List.of(photos).stream().map(Asset::id).toList(),
                Set.of(8),
                false);
    }

    public Job submit(Project project, Account account, JobSpec spec, int priority, long gpuBytes) {
        return jobs.submit(
                new NewJob(project.id(), account.id(), "A job", spec, priority, gpuBytes, 1000, Optional.empty()));
    }

    public Job submit(Project project, Account account) {
        return submit(project, account, noise(photo(project, account)), 0, 0);
    }

    public static ClaimRequest request(UUID workerId) {
        return new ClaimRequest(workerId, UUID.randomUUID().toString(), "CPU", PIPELINES, 0);
    }

    public Optional<ClaimedJob> claim() {
        return claims.claim(request(UUID.randomUUID()));
    }

    public JobAttempt attempt(ClaimedJob job) {
        return new JobAttempt(database, changes, assets, clock, job);
    }

    /// Tickets that there are, whoever holds them.
    public long tickets() {
        return count("scheduled_tasks");
    }

    public long count(String table) {
        return database.transaction(session -> session.createNativeQuery("select count(*) from " + table, Long.class)
                .getSingleResult());
    }
}
