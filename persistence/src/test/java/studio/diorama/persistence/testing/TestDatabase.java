package studio.diorama.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;

/// An empty database for one test class: an H2 file or a database of a real PostgreSQL server.
public final class TestDatabase implements AutoCloseable {

    /// The databases that Diorama runs on.
    public enum Kind {
        H2,
        POSTGRESQL
    }

    private static final int CONNECTIONS = 8;

    /// All but `installation`, those that refer before those that are referred to.
    private static final List<String> TABLES = List.of(
            "job_input",
            "job_log",
            "asset",
            "job",
            "lane",
            "upload",
            "invitation",
            "member",
            "access_token",
            "sign_in",
            "idempotency_key",
            "audit_entry",
            "change_log",
            "project",
            "account",
            "blob",
            "worker",
            "pipeline_offer",
            "scheduled_tasks");

    private final Kind kind;
    private final Path folder;
    private final DatabaseAddress address;
    private final List<Database> opened = new ArrayList<>();

    private TestDatabase(Kind kind, Path folder, DatabaseAddress address) {
        this.kind = kind;
        this.folder = folder;
        this.address = address;
    }

    /// A new one; the calling test is skipped where PostgreSQL is asked for and not installed.
    public static TestDatabase create(Kind kind) {
        try {
            Path folder = Files.createTempDirectory("diorama-test");
            DatabaseAddress address = switch (kind) {
                case H2 -> DatabaseAddress.h2File(folder, CONNECTIONS);
                case POSTGRESQL -> PostgresServer.shared().newDatabase();
            };
            return new TestDatabase(kind, folder, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Kind kind() {
        return kind;
    }

    /// A folder that lasts as long as the database.
    public Path folder() {
        return folder;
    }

    public DatabaseAddress address() {
        return address;
    }

    /// The database as one process has it open.
    public synchronized Database database() {
        return opened.isEmpty() ? openAnother() : opened.getFirst();
    }

    /// The same database once more, as another process would have it.
    public synchronized Database openAnother() {
        Database database = Database.open(address);
        opened.add(database);
        return database;
    }

    /// Empties every table.
    public void clear() {
        database()
                .run(session -> TABLES.forEach(table -> session.createNativeMutationQuery("delete from " + table)
                        .executeUpdate()));
    }

    @Override
    public synchronized void close() {
        opened.forEach(Database::close);
        opened.clear();
        try {
            TestFolders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
