package studio.diorama.worker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import studio.diorama.common.Cancellation;
import studio.diorama.imaging.DecoderProcess;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.persistence.asset.Asset;

/// What a [JobHandler] is given: its inputs, a place to work, somebody to tell, and where results go.
///
/// As a [Cancellation] it says whether the work should stop, for whatever reason; a handler asks at least every second
/// and throws. Belongs to the thread that runs the job.
public interface JobContext extends Cancellation {

    /// @throws studio.diorama.common.DioramaException with `NOT_FOUND` if it is gone
    Asset asset(UUID id);

    /// A private copy of the asset's bytes, whose hash was found to be right. Deleted with the job, or earlier by its
    /// user.
    Path file(Asset asset);

    /// A name for a new file in the job's own folder.
    ///
    /// @param suffix such as `.png`
    Path newFile(String suffix);

    /// A folder that outlives the attempt, so that long work goes on after a crash. Deleted when the job ends;
    /// whatever is in it may be of an attempt that was killed while writing.
    Path checkpoints();

    /// Decodes pictures from strangers behind a fence.
    DecoderProcess decoder();

    /// What pictures may cost.
    ImageLimits imageLimits();

    /// Threads that the work may use.
    int threads();

    /// Says how far the work is. As cheap as an assignment: it is written to the database at most twice a second.
    ///
    /// @param stageNumber from 1
    /// @param stageCount how many stages there are
    /// @param stage what is being done, a few words for a person
    /// @param fraction of the whole work that is done, 0 to 1; a lower one than before is ignored
    void progress(int stageNumber, int stageCount, String stage, double fraction);

    /// Shows what has been made so far; at most one every five seconds is kept.
    ///
    /// @param jpeg a small picture
    void preview(Path jpeg);

    /// A line for the job's log, for people.
    void log(String line);

    /// Puts a result into the artifact store. It becomes visible when the job succeeds, with all the others at once.
    void output(JobOutput output);

    /// Stores bytes that are no result of their own, such as a thumbnail.
    ///
    /// @return their SHA-256
    String store(Path file);

    /// Something to do in the transaction that closes the job as succeeded.
    void onSuccess(Runnable action);

    /// Why a job was asked to stop, empty while it was not.
    Optional<String> stopReason();
}
