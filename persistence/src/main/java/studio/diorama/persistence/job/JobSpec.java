package studio.diorama.persistence.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/// What a job is to do: the same JSON from the browser, the API and the command line.
///
/// Each record has a `version`; when its fields change, a reader for the old version stays.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "pipeline")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CameraNoiseSpec.class, name = CameraNoiseSpec.PIPELINE),
    @JsonSubTypes.Type(value = CameraNoiseFitSpec.class, name = CameraNoiseFitSpec.PIPELINE),
    @JsonSubTypes.Type(value = CameraNoiseTrainSpec.class, name = CameraNoiseTrainSpec.PIPELINE),
    @JsonSubTypes.Type(value = CameraNoiseScoreSpec.class, name = CameraNoiseScoreSpec.PIPELINE),
    @JsonSubTypes.Type(value = PhotoCheckSpec.class, name = PhotoCheckSpec.PIPELINE)
})
public sealed interface JobSpec
        permits CameraNoiseSpec, CameraNoiseFitSpec, CameraNoiseTrainSpec, CameraNoiseScoreSpec, PhotoCheckSpec {

    /// Version of the record's fields.
    int version();

    /// Which pipeline runs it.
    @JsonIgnore
    String pipeline();

    /// The assets that it reads; they must be ready, belong to the job's project, and stay while the job is there.
    @JsonIgnore
    List<UUID> inputs();

    /// Housekeeping that nobody asked for by name: it goes first and is not listed.
    @JsonIgnore
    default boolean internal() {
        return false;
    }
}
