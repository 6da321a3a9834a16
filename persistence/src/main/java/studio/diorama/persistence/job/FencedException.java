package studio.diorama.persistence.job;

/// The attempt that tried to write is no longer the one that counts: its worker was given up for dead, or the job was
/// ended. Nothing was written. The work is to stop at once and to leave no trace.
public final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FencedException(ClaimedJob.Fence fence) {
        super("Attempt %d of job %s no longer counts".formatted(fence.attempt(), fence.jobId()));
    }
}
