package studio.diorama.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import studio.diorama.auth.AccessTokens;
import studio.diorama.auth.Actor;
import studio.diorama.auth.Invitations;
import studio.diorama.auth.NewAccessToken;
import studio.diorama.auth.internal.BrowserSessions;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.asset.AssetState;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.asset.Upload;
import studio.diorama.persistence.asset.UploadRepository;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.ClaimRequest;
import studio.diorama.persistence.job.ClaimedJob;
import studio.diorama.persistence.job.Job;
import studio.diorama.persistence.job.JobAttempt;
import studio.diorama.persistence.job.JobClaims;
import studio.diorama.persistence.job.JobProgress;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.NewJob;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.Project;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.project.Role;
import studio.diorama.persistence.store.ArtifactStore;
import studio.diorama.persistence.store.StoredBytes;
import studio.diorama.persistence.worker.WorkerNode;
import studio.diorama.persistence.worker.WorkerRepository;

/// People, projects, assets and jobs for tests, made without asking for any right.
@ApplicationScoped
public class World {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    AccountRepository accounts;

    @Inject
    ProjectRepository projects;

    @Inject
    MemberRepository members;

    @Inject
    AccessTokens tokens;

    @Inject
    BrowserSessions sessions;

    @Inject
    AssetRepository assets;

    @Inject
    Invitations invitations;

    @Inject
    WorkerRepository workers;

    @Inject
    JobRepository jobs;

    @Inject
    UploadRepository uploads;

    @Inject
    ArtifactStore store;

    @Inject
    Database database;

    @Inject
    ChangeLog changes;

    @Inject
    InstantSource clock;

    Account person(String name) {
        return person(name, false);
    }

    Account person(String name, boolean operator) {
        String email = name + NUMBER.incrementAndGet() + "@example.org";
        return accounts.create(email, name, null, null, operator, clock.instant());
    }

    /// A token of somebody that may do all that they may.
    String token(Account account) {
        return token(account, EnumSet.allOf(TokenScope.class)).secret();
    }

    NewAccessToken token(Account account, Set<TokenScope> scopes) {
        return tokens.create(Actor.person(account), "test", scopes, Optional.empty(), Duration.ofDays(30));
    }

    /// A token that opens one project only.
    String tokenFor(Account account, Project project) {
        return tokens.create(
                        Actor.person(account),
                        "test",
                        EnumSet.allOf(TokenScope.class),
                        Optional.of(project.id()),
                        Duration.ofDays(30))
                .secret();
    }

    /// The id of an open invitation.
    UUID invitation(Project project, Account owner) {
        return invitations
                .create(Actor.person(owner), project.id(), "guest@example.org", Role.VIEWER)
                .invitation()
                .id();
    }

    /// The id of a worker that is there.
    UUID worker() {
        UUID id = Ids.next();
        workers.register(new WorkerNode(
                id, "test", "CPU", 0, 1, Set.of("camera-noise"), false, clock.instant(), clock.instant()));
        return id;
    }

    /// What a signed-in browser's cookie holds.
    String cookie(Account account) {
        return sessions.open(account).secret();
    }

    void signOut(String cookie) {
        sessions.end(cookie);
    }

    Project project(Account owner) {
        Project project = projects.create("Project " + NUMBER.incrementAndGet(), "", clock.instant());
        members.put(project.id(), owner.id(), Role.OWNER);
        return project;
    }

    void join(Project project, Account account, Role role) {
        members.put(project.id(), account.id(), role);
    }

    void leave(Project project, Account account) {
        members.remove(project.id(), account.id());
    }

    /// A checked photo of these bytes.
    Asset photo(Project project, Account owner, String name, String mediaType, byte[] bytes) {
        StoredBytes stored = store.put(new ByteArrayInputStream(bytes));
        Asset photo = asset(project, owner, AssetKind.PHOTO, name, mediaType, stored, Optional.empty());
        assets.create(photo);
        return photo;
    }

    Asset photo(Project project, Account owner) {
        return photo(project, owner, "photo.png", "image/png", Pictures.png(8, 6, NUMBER.incrementAndGet()));
    }

    private Asset asset(
            Project project,
            Account owner,
            AssetKind kind,
            String name,
            String mediaType,
            StoredBytes stored,
            Optional<Job> job) {
        return new Asset(
                Ids.next(),
                project.id(),
                kind,
                AssetState.READY,
                name,
                stored.sha256(),
                stored.bytes(),
                mediaType,
                Optional.of(new PictureInfo(8, 6, 8, Optional.empty(), Optional.of(800))),
                Optional.of(stored.sha256()),
                Optional.empty(),
                job.map(Job::id),
                job.map(made -> made.spec().inputs().getFirst()),
                job.map(made -> "{\"seed\":7}"),
                owner.id(),
                clock.instant(),
                0);
    }

    static JobSpec noise(Asset photo) {
        return new CameraNoiseSpec(
                1, "heteroscedastic", "ip-pm41", null, 800, 7, List.of(photo.id()), Set.of(8), false);
    }

    Job queued(Project project, Account owner, Asset photo) {
        return jobs.submit(new NewJob(project.id(), owner.id(), "Noise", noise(photo), 0, 0, 48, Optional.empty()));
    }

    /// A job that a worker has done, with one result.
    Job succeeded(Project project, Account owner, Asset photo) {
        Job job = queued(project, owner, photo);
        JobAttempt attempt = claim(job);
        StoredBytes stored = store.put(new ByteArrayInputStream(Pictures.png(8, 6, NUMBER.incrementAndGet())));
        attempt.log("drawn");
        attempt.succeed(
                List.of(asset(project, owner, AssetKind.NOISY, "noisy.png", "image/png", stored, Optional.of(job))),
                () -> {});
        return jobs.find(job.id()).orElseThrow();
    }

    Job released(Project project, Account owner, Asset photo) {
        Job job = succeeded(project, owner, photo);
        jobs.release(job.id(), clock.instant());
        return jobs.find(job.id()).orElseThrow();
    }

    Job cancelled(Project project, Account owner, Asset photo) {
        Job job = queued(project, owner, photo);
        jobs.cancel(job.id());
        return job;
    }

    /// A job that runs and has a picture to show already.
    Job running(Project project, Account owner, Asset photo) {
        Job job = queued(project, owner, photo);
        StoredBytes preview = store.put(new ByteArrayInputStream(Pictures.png(8, 6, NUMBER.incrementAndGet())));
        claim(job).report(new JobProgress("drawing", 1, 2, 0.5, Optional.of(preview.sha256())));
        return job;
    }

    /// An upload under way of which nothing has arrived.
    Upload upload(Project project, Account owner, long length) {
        return upload(project, owner, length, Duration.ofHours(1));
    }

    /// @param life negative for one that has expired
    Upload upload(Project project, Account owner, long length, Duration life) {
        Upload upload = new Upload(
                Ids.next(),
                project.id(),
                owner.id(),
                "photo.png",
                length,
                0,
                Optional.empty(),
                clock.instant(),
                clock.instant().plus(life));
        uploads.create(upload);
        return upload;
    }

    /// Plays the worker that takes this job; jobs before it in the queue are given back.
    JobAttempt claim(Job wanted) {
        JobClaims claims = new JobClaims(database, changes, clock, 1_000_000, Duration.ofHours(24));
        ClaimRequest request = new ClaimRequest(
                Ids.next(), "ticket", "CPU", Set.of(wanted.spec().pipeline()), 0);
        while (true) {
            ClaimedJob claimed = claims.claim(request).orElseThrow();
            JobAttempt attempt = new JobAttempt(database, changes, assets, clock, claimed);
            if (claimed.fence().jobId().equals(wanted.id())) {
                return attempt;
            }
            attempt.giveBack(clock.instant().plus(Duration.ofHours(1)), "not the one that the test wants");
        }
    }

    Asset result(Job job) {
        return assets.ofJob(job.id()).getFirst();
    }
}
