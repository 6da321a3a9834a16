package studio.diorama.worker;

import java.io.IOException;
import studio.diorama.persistence.job.JobSpec;

/// Does one kind of job. One instance serves all threads, so it keeps nothing between calls.
///
/// Returning means success: what was given to [JobContext#output] becomes visible. Throwing means that nothing does.
@FunctionalInterface
public interface JobHandler<S extends JobSpec> {

    /// @throws studio.diorama.common.DioramaException for what its owner can do something about; its message is shown
    void run(S spec, JobContext context) throws IOException;

    /// Called in the transaction that closes a job as failed.
    ///
    /// @param message why, as its owner reads it
    default void failed(S spec, String message) {}
}
