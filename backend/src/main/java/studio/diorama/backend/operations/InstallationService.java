package studio.diorama.backend.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Database;
import studio.diorama.persistence.job.JobState;

/// How full an installation is, for those who run it.
@ApplicationScoped
public class InstallationService {

    private final Database database;
    private final DioramaConfig config;

    InstallationService(Database database, DioramaConfig config) {
        this.database = database;
        this.config = config;
    }

    /// What there is at this moment.
    ///
    /// @param jobs how many are in each state, housekeeping left out
    /// @param artifacts how many pieces of stored bytes
    /// @param artifactBytes how large they are together
    /// @param freeDiskBytes what the data folder's disk has left
    /// @param diskBytes how large that disk is
    public record Load(
            Map<JobState, Long> jobs, long artifacts, long artifactBytes, long freeDiskBytes, long diskBytes) {

        public Load {
            jobs = Map.copyOf(jobs);
        }

        /// How many jobs are in a state.
        public long in(JobState state) {
            return jobs.getOrDefault(state, 0L);
        }
    }

    public Load load(Actor actor) {
        ProjectAccess.checkOperator(actor);
        return database.transaction(session -> {
            Map<JobState, Long> jobs = new EnumMap<>(JobState.class);
            session.createSelectionQuery(
                            "select j.state, count(*) from Job j where j.internal = false group by j.state",
                            Object[].class)
                    .list()
                    .forEach(row -> jobs.put((JobState) row[0], (Long) row[1]));
            Object[] blobs = session.createSelectionQuery(
                            "select count(*), coalesce(sum(b.bytes), 0L) from Blob b", Object[].class)
                    .getSingleResult();
            FileStore disk = disk();
            try {
                return new Load(jobs, (Long) blobs[0], (Long) blobs[1], disk.getUsableSpace(), disk.getTotalSpace());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private FileStore disk() {
        try {
            return Files.getFileStore(config.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
