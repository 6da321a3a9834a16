package studio.diorama.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import studio.diorama.models.cameranoise.NoiseCameras;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseModels;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.CameraNoiseFitSpec;
import studio.diorama.persistence.job.CameraNoiseScoreSpec;
import studio.diorama.persistence.job.CameraNoiseSpec;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;

/// What the pipelines offer, as JSON for those who do not know them: the web process builds its forms and its checks
/// from it.
public final class Offers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Offers() {}

    /// By the pipeline's name.
    public static Map<String, String> of(DioramaConfig.Limits limits) {
        return Map.of(
                CameraNoiseSpec.PIPELINE, cameraNoise(limits).toString(),
                CameraNoiseFitSpec.PIPELINE, plain(CameraNoiseFitSpec.PIPELINE, limits),
                CameraNoiseTrainSpec.PIPELINE, plain(CameraNoiseTrainSpec.PIPELINE, limits),
                CameraNoiseScoreSpec.PIPELINE, plain(CameraNoiseScoreSpec.PIPELINE, limits));
    }

    private static ObjectNode cameraNoise(DioramaConfig.Limits limits) {
        ObjectNode offer = offer(CameraNoiseSpec.PIPELINE);
        ArrayNode models = offer.putArray("models");
        for (NoiseModel model : NoiseModels.all()) {
            models.addObject().put("name", model.name());
        }
        ArrayNode cameras = offer.putArray("cameras");
        for (NoiseCameras.Offered camera : NoiseCameras.all()) {
            ObjectNode described = cameras.addObject()
                    .put("name", camera.name())
                    .put("description", camera.description())
                    .put("leastIso", (int) Math.ceil(camera.minimumIso()))
                    .put("mostIso", (int) Math.floor(camera.maximumIso()));
            ArrayNode known = described.putArray("models");
            camera.models().forEach(known::add);
        }
        offer.putArray("bitDepths").add(8).add(16);
        return withLimits(offer, limits);
    }

    private static String plain(String pipeline, DioramaConfig.Limits limits) {
        return withLimits(offer(pipeline), limits).toString();
    }

    private static ObjectNode offer(String pipeline) {
        return JSON.createObjectNode().put("pipeline", pipeline).put("version", 1);
    }

    private static ObjectNode withLimits(ObjectNode offer, DioramaConfig.Limits limits) {
        offer.putObject("limits")
                .put("imageSide", limits.imageSide())
                .put("imagePixels", limits.imagePixels())
                .put("imagesPerJob", limits.imagesPerJob());
        return offer;
    }
}
