package studio.diorama.persistence.job;

import static java.util.Objects.requireNonNull;

/// A spec as a job's row keeps it. Lists show the pipeline alone, so the rest is read when somebody asks for it: a
/// page of fifty jobs would else spend half of its time on specs that it does not show.
///
/// @param pipeline by which it is done
/// @param internal whether it is Diorama's own housekeeping
/// @param json the whole of it
public record WrittenSpec(String pipeline, boolean internal, String json) {

    public WrittenSpec {
        requireNonNull(pipeline, "pipeline is null");
        requireNonNull(json, "json is null");
    }

    static WrittenSpec of(JobSpec spec) {
        return new WrittenSpec(spec.pipeline(), spec.internal(), JobSpecCodec.write(spec));
    }

    JobSpec read() {
        return JobSpecCodec.read(json);
    }
}
