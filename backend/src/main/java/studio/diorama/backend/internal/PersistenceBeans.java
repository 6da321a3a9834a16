package studio.diorama.backend.internal;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.persistence.account.AccessTokenRepository;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.SignInRepository;
import studio.diorama.persistence.asset.AssetRepository;
import studio.diorama.persistence.asset.UploadRepository;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;
import studio.diorama.persistence.idempotency.IdempotencyRepository;
import studio.diorama.persistence.job.JobHistory;
import studio.diorama.persistence.job.JobRecovery;
import studio.diorama.persistence.job.JobRepository;
import studio.diorama.persistence.job.JobTickets;
import studio.diorama.persistence.project.InvitationRepository;
import studio.diorama.persistence.project.MemberRepository;
import studio.diorama.persistence.project.ProjectRepository;
import studio.diorama.persistence.store.DirectoryArtifactStore;
import studio.diorama.persistence.store.GarbageCollector;
import studio.diorama.persistence.worker.WorkerRepository;

/// Makes the parts of `persistence`, which know no container, into beans of the web application.
final class PersistenceBeans {

    /// Longer than any job: a job stores its bytes before it writes the rows that refer to them.
    private static final Duration GARBAGE_GRACE = Duration.ofHours(24);

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Database database(DioramaConfig config) {
        return Database.open(DatabaseAddress.from(config));
    }

    void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    ChangeLog changeLog(Database database, InstantSource clock) {
        return new ChangeLog(database, clock);
    }

    @Produces
    @Singleton
    AuditLog auditLog(Database database, InstantSource clock) {
        return new AuditLog(database, clock);
    }

    @Produces
    @Singleton
    AccountRepository accounts(Database database) {
        return new AccountRepository(database);
    }

    @Produces
    @Singleton
    SignInRepository signIns(Database database) {
        return new SignInRepository(database);
    }

    @Produces
    @Singleton
    AccessTokenRepository accessTokens(Database database) {
        return new AccessTokenRepository(database);
    }

    @Produces
    @Singleton
    IdempotencyRepository idempotencyKeys(Database database) {
        return new IdempotencyRepository(database);
    }

    @Produces
    @Singleton
    ProjectRepository projects(Database database, ChangeLog changes) {
        return new ProjectRepository(database, changes);
    }

    @Produces
    @Singleton
    MemberRepository members(Database database, ChangeLog changes) {
        return new MemberRepository(database, changes);
    }

    @Produces
    @Singleton
    InvitationRepository invitations(Database database) {
        return new InvitationRepository(database);
    }

    @Produces
    @Singleton
    ProjectAccess projectAccess(MemberRepository members) {
        return new ProjectAccess(members);
    }

    @Produces
    @Singleton
    AssetRepository assets(Database database, ChangeLog changes) {
        return new AssetRepository(database, changes);
    }

    @Produces
    @Singleton
    UploadRepository uploads(Database database) {
        return new UploadRepository(database);
    }

    @Produces
    @Singleton
    DirectoryArtifactStore directoryStore(DioramaConfig config, Database database, InstantSource clock) {
        return new DirectoryArtifactStore(
                config.data().resolve("store"), database, clock, config.limits().freeDiskPercent());
    }

    @Produces
    @Singleton
    GarbageCollector garbageCollector(Database database, DirectoryArtifactStore store, InstantSource clock) {
        return new GarbageCollector(database, store, clock, GARBAGE_GRACE);
    }

    @Produces
    @Singleton
    JobTickets jobTickets(Database database) {
        return new JobTickets(database);
    }

    @Produces
    @Singleton
    JobRepository jobs(Database database, ChangeLog changes, JobTickets tickets, InstantSource clock) {
        return new JobRepository(database, changes, tickets, clock);
    }

    @Produces
    @Singleton
    JobHistory jobHistory(Database database) {
        return new JobHistory(database);
    }

    @Produces
    @Singleton
    JobRecovery jobRecovery(
            Database database, ChangeLog changes, JobTickets tickets, InstantSource clock, DioramaConfig config) {
        return new JobRecovery(database, changes, tickets, clock, config.queue().lossesBeforeQuarantine());
    }

    @Produces
    @Singleton
    WorkerRepository workers(Database database, ChangeLog changes) {
        return new WorkerRepository(database, changes);
    }
}
