package studio.diorama.backend.rest.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.diorama.backend.rest.internal.Json;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;

/// The JSON Schemas of the specs that people may write, from the files `schemas/<pipeline>.json`.
@ApplicationScoped
class SpecSchemas {

    private static final List<String> PIPELINES = List.of(
            CameraNoiseSpec.PIPELINE,
            CameraNoiseFitSpec.PIPELINE,
            CameraNoiseTrainSpec.PIPELINE,
            CameraNoiseScoreSpec.PIPELINE);

    private final Map<String, JsonNode> schemas =
            PIPELINES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), SpecSchemas::load));

    List<String> names() {
        return PIPELINES;
    }

    JsonNode of(String pipeline) {
        return schemas.get(pipeline);
    }

    private static JsonNode load(String pipeline) {
        String file = "schemas/" + pipeline + ".json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return Json.tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
