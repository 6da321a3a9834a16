package studio.diorama.worker;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Set;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;
import studio.diorama.persistence.job.JobSpec;
import studio.diorama.persistence.job.PhotoCheckSpec;

/// Who does which job. A new kind of [JobSpec] does not compile until it has its handler here.
///
/// @param photoCheck looks at an uploaded photo
/// @param cameraNoise adds a camera's noise to photos
/// @param cameraNoiseFit fits a camera's noise from pairs
/// @param cameraNoiseTrain teaches a flow a camera's noise
/// @param cameraNoiseScore judges a pair
public record JobHandlers(
        JobHandler<PhotoCheckSpec> photoCheck,
        JobHandler<CameraNoiseSpec> cameraNoise,
        JobHandler<CameraNoiseFitSpec> cameraNoiseFit,
        JobHandler<CameraNoiseTrainSpec> cameraNoiseTrain,
        JobHandler<CameraNoiseScoreSpec> cameraNoiseScore) {

    public JobHandlers {
        requireNonNull(photoCheck, "photoCheck is null");
        requireNonNull(cameraNoise, "cameraNoise is null");
        requireNonNull(cameraNoiseFit, "cameraNoiseFit is null");
        requireNonNull(cameraNoiseTrain, "cameraNoiseTrain is null");
        requireNonNull(cameraNoiseScore, "cameraNoiseScore is null");
    }

    /// Names of the pipelines that can be run.
    public Set<String> pipelines() {
        return Set.of(
                PhotoCheckSpec.PIPELINE,
                CameraNoiseSpec.PIPELINE,
                CameraNoiseFitSpec.PIPELINE,
                CameraNoiseTrainSpec.PIPELINE,
                CameraNoiseScoreSpec.PIPELINE);
    }

    /// Does the job.
    public void run(JobSpec spec, JobContext context) throws IOException {
        switch (spec) {
            case PhotoCheckSpec check -> photoCheck.run(check, context);
            case CameraNoiseSpec noise -> cameraNoise.run(noise, context);
            case CameraNoiseFitSpec fit -> cameraNoiseFit.run(fit, context);
            case CameraNoiseTrainSpec train -> cameraNoiseTrain.run(train, context);
            case CameraNoiseScoreSpec score -> cameraNoiseScore.run(score, context);
        }
    }

    /// Tells the job's handler that the job is being closed as failed.
    public void failed(JobSpec spec, String message) {
        switch (spec) {
            case PhotoCheckSpec check -> photoCheck.failed(check, message);
            case CameraNoiseSpec noise -> cameraNoise.failed(noise, message);
            case CameraNoiseFitSpec fit -> cameraNoiseFit.failed(fit, message);
            case CameraNoiseTrainSpec train -> cameraNoiseTrain.failed(train, message);
            case CameraNoiseScoreSpec score -> cameraNoiseScore.failed(score, message);
        }
    }
}
