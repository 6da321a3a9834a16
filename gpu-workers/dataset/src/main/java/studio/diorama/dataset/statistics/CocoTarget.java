package studio.diorama.dataset.statistics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Statistics of somebody else's dataset in COCO's format. Read as a stream, one annotation at a time.
public final class CocoTarget {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build());

    private final Map<Long, int[]> sizes = new HashMap<>();
    private final Map<Long, String> classes = new HashMap<>();
    private final Map<Long, List<ObjectSample>> samples = new HashMap<>();

    private CocoTarget() {}

    /// @throws DioramaException where the file is absent or is not COCO's
    public static DatasetStatistics read(Path file) {
        try {
            CocoTarget target = new CocoTarget();
            // Annotations may come before the images that they are on, so classes and sizes are read first.
            target.pass(file, false);
            target.pass(file, true);
            return target.build();
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Expected a COCO file with images, annotations and categories; '%s' cannot be read: %s."
                            .formatted(file.getFileName(), e.getMessage()),
                    e);
        }
    }

    private void pass(Path file, boolean annotations) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it holds no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                boolean wanted =
                        annotations ? key.equals("annotations") : key.equals("images") || key.equals("categories");
                if (!wanted || value != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                } else {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        entry(key, JSON.readTree(parser));
                    }
                }
            }
        }
    }

    private void entry(String key, JsonNode node) {
        switch (key) {
            case "images" ->
                sizes.put(node.path("id").asLong(), new int[] {
                    node.path("width").asInt(), node.path("height").asInt()
                });
            case "categories" ->
                classes.put(node.path("id").asLong(), node.path("name").asText("unnamed"));
            default -> annotation(node);
        }
    }

    private void annotation(JsonNode node) {
        JsonNode box = node.path("bbox");
        if (box.size() == 4 && box.get(2).asDouble() > 0 && box.get(3).asDouble() > 0) {
            samples.computeIfAbsent(node.path("image_id").asLong(), id -> new ArrayList<>())
                    .add(new ObjectSample(
                            classes.getOrDefault(node.path("category_id").asLong(), "unnamed"),
                            box.get(0).asDouble(),
                            box.get(1).asDouble(),
                            box.get(2).asDouble(),
                            box.get(3).asDouble(),
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN));
        }
    }

    private DatasetStatistics build() throws IOException {
        if (sizes.isEmpty()) {
            throw new IOException("it lists no images");
        }
        StatisticsBuilder builder = new StatisticsBuilder();
        for (Map.Entry<Long, int[]> image : sizes.entrySet()) {
            int[] size = image.getValue();
            if (size[0] < 1 || size[1] < 1) {
                throw new IOException("image %d has no size".formatted(image.getKey()));
            }
            builder.add(size[0], size[1], samples.getOrDefault(image.getKey(), List.of()));
        }
        return builder.build();
    }
}
