package studio.diorama.persistence.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.database.DatabaseAddress;
import studio.diorama.persistence.testing.PostgresServer;
import studio.diorama.persistence.testing.TestFolders;

/// Measures the queue on an H2 file and on a PostgreSQL server that syncs every commit.
final class QueueBenchmarkMain {

    private QueueBenchmarkMain() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("diorama-bench");
        System.out.println("H2");
        try (Database database = Database.open(DatabaseAddress.h2File(folder, 16))) {
            System.out.println(QueueBenchmark.run(database, System.out));
        }
        TestFolders.delete(folder);
        System.out.println("PostgreSQL");
        PostgresServer server = PostgresServer.durable().orElseThrow();
        try (Database database = Database.open(server.newDatabase())) {
            System.out.println(QueueBenchmark.run(database, System.out));
        }
    }
}
