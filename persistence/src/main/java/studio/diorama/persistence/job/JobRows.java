package studio.diorama.persistence.job;

import java.util.Optional;
import studio.diorama.persistence.internal.JobEntity;

/// From a row of `job` to a [Job].
final class JobRows {

    private JobRows() {}

    static Job record(JobEntity row) {
        return new Job(
                row.id,
                row.projectId,
                row.accountId,
                row.title,
                new WrittenSpec(row.pipeline, row.internal, row.spec),
                row.state,
                row.priority,
                row.gpuBytes,
                row.attempt,
                row.losses,
                new JobProgress(
                        row.stage == null ? "" : row.stage,
                        row.stageNumber,
                        row.stageCount,
                        row.fraction,
                        Optional.ofNullable(row.preview)),
                Optional.ofNullable(row.errorCode).map(code -> new Job.Failure(code, row.errorMessage)),
                Optional.ofNullable(row.workerId),
                Optional.ofNullable(row.device),
                row.cancelAsked,
                Optional.ofNullable(row.rerunOf),
                Optional.ofNullable(row.releasedAt),
                new Job.Times(
                        row.createdAt,
                        row.queuedAt,
                        row.notBefore,
                        Optional.ofNullable(row.startedAt),
                        Optional.ofNullable(row.finishedAt)),
                row.workUnits,
                row.version);
    }
}
