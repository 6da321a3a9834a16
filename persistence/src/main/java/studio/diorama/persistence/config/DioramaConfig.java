package studio.diorama.persistence.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Every setting of Diorama, for each of its processes; `application.properties` gives the values and their reasons.
@ConfigMapping(prefix = "diorama")
public interface DioramaConfig {

    /// The folder that holds everything of this installation: database file, artifacts, uploads under way.
    Path data();

    /// Release that manifests name.
    @WithDefault("0.1.0")
    String version();

    Database database();

    Queue queue();

    Worker worker();

    Limits limits();

    Session session();

    Http http();

    /// Where rows live.
    interface Database {
        /// A JDBC URL; empty means an H2 file in the data folder.
        Optional<String> url();

        @WithDefault("diorama")
        String user();

        /// Needed for a server; H2's file gets a random one of its own.
        Optional<String> password();

        /// Connections that one process holds at most.
        int connections();
    }

    /// How jobs are leased.
    interface Queue {
        /// How often a worker looks for due jobs.
        Duration poll();

        /// How often a worker says that it still holds its jobs.
        Duration heartbeat();

        /// After so many silent heartbeats a job is given to another worker.
        int missedHeartbeats();

        /// A job whose worker was lost so often is put aside instead of being tried again.
        int lossesBeforeQuarantine();

        /// A job older than this goes before every other.
        Duration oldestFirstAfter();
    }

    /// The worker process.
    interface Worker {
        /// Jobs that one worker process runs side by side.
        int threads();

        /// Whether the web process starts a worker of its own as a child.
        boolean local();

        /// The command line that starts the child, words separated by blanks; the launcher fills it in.
        Optional<String> command();

        /// How long a running job may take to notice a cancellation before its process is ended.
        Duration cancelGrace();
    }

    /// What is refused, see the limits page of the documentation.
    interface Limits {
        int imageSide();

        long imagePixels();

        long uploadBytes();

        long chunkBytes();

        int uploadsPerUser();

        Duration uploadExpiry();

        int nameLength();

        int queuedPerUser();

        int runningPerUser();

        int imagesPerJob();

        int requestsPerMinute();

        int signInsPerMinute();

        int jobPostsPerMinute();

        @WithName("free-disk-percent")
        int freeDiskPercent();

        Duration decoderTime();

        long decoderMemory();
    }

    /// Signed-in browsers and tokens.
    interface Session {
        /// A browser that asked for nothing for so long is signed out.
        Duration idle();

        /// After so long a browser has to sign in again, however busy it is.
        Duration longest();

        /// Whether local passwords work although an identity provider is configured.
        boolean localBesideProvider();

        /// Addresses whose accounts run this installation once the identity provider has verified them.
        Optional<List<String>> operators();

        Duration tokenLife();

        Duration invitationLife();
    }

    /// What the web process believes of its requests.
    interface Http {
        /// How people reach it where a proxy stands before it, such as `https://studio.example.org`.
        Optional<String> publicUrl();

        /// Further host names by which it may be called.
        Optional<List<String>> hosts();
    }
}
