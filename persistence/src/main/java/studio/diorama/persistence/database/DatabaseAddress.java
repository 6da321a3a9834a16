package studio.diorama.persistence.database;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import studio.diorama.persistence.config.DioramaConfig;

/// Where the rows live and how to get in.
///
/// @param url JDBC URL of PostgreSQL or H2
/// @param user who connects
/// @param password what that user says
/// @param connections connections that one process holds at most
public record DatabaseAddress(String url, String user, String password, int connections) {

    /// H2 speaks PostgreSQL's dialect here, so that one SQL serves both. Its server part is for this machine's
    /// processes. Without the write delay of 0, a process that is killed takes half a second of commits with it.
    private static final String H2_OPTIONS = ";AUTO_SERVER=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;WRITE_DELAY=0";

    public DatabaseAddress {
        requireNonNull(url, "url is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
        if (connections < 1) {
            throw new IllegalArgumentException("connections: at least 1 expected, got " + connections);
        }
    }

    /// The server that the settings name, else an H2 file in the data folder.
    public static DatabaseAddress from(DioramaConfig config) {
        DioramaConfig.Database database = config.database();
        return database.url()
                .filter(url -> !url.isBlank())
                .map(url -> new DatabaseAddress(
                        url, database.user(), database.password().orElse(""), database.connections()))
                .orElseGet(() -> h2File(config.data(), database.connections()));
    }

    /// An H2 file `database/diorama.mv.db` below `folder`, with a random password kept beside it for this user alone.
    public static DatabaseAddress h2File(Path folder, int connections) {
        Path place = folder.toAbsolutePath().resolve("database");
        return new DatabaseAddress(
                "jdbc:h2:file:" + place.resolve("diorama") + H2_OPTIONS, "diorama", secretIn(place), connections);
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    private static String secretIn(Path place) {
        Path file = place.resolve("password");
        try {
            Files.createDirectories(place);
            if (Files.notExists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                // Written elsewhere and linked into place: of two processes that start at once, one password wins
                // whole.
                Path draft = Files.createTempFile(
                        place,
                        "password",
                        null,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(draft, HexFormat.of().formatHex(random));
                try {
                    Files.createLink(file, draft);
                } catch (java.nio.file.FileAlreadyExistsException e) {
                    // The other process was first: its password stands.
                } finally {
                    Files.delete(draft);
                }
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be written: " + place, e);
        }
    }

    /// Without the password, for logs.
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
