package studio.diorama.auth.server;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import studio.diorama.persistence.account.AccessTokenRepository;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.SignInRepository;
import studio.diorama.persistence.audit.AuditLog;
import studio.diorama.persistence.change.ChangeLog;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;
import studio.diorama.persistence.project.InvitationRepository;
import studio.diorama.persistence.project.MemberRepository;

/// What the backend gives to `auth` in the real application, over an H2 database in a temporary folder.
final class TestBeans {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    Database database() throws IOException {
        return Database.open(DatabaseAddress.h2File(Files.createTempDirectory("diorama-auth"), 4));
    }

    void close(@Disposes Database database) {
        database.close();
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
    AccessTokenRepository tokens(Database database) {
        return new AccessTokenRepository(database);
    }

    @Produces
    @Singleton
    AuditLog audit(Database database, InstantSource clock) {
        return new AuditLog(database, clock);
    }

    @Produces
    @Singleton
    MemberRepository members(Database database, InstantSource clock) {
        return new MemberRepository(database, new ChangeLog(database, clock));
    }

    @Produces
    @Singleton
    InvitationRepository invitations(Database database) {
        return new InvitationRepository(database);
    }
}
