package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanopticTest {

    @TempDir
    private Path folder;

    @Test
    void coloursAndListAgreeInIdsAreasAndBoxes() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.COCO_PANOPTIC, frames, folder.resolve("out"));
        JsonNode json = Exports.json(folder.resolve("out/annotations/panoptic_train.json"));
        JsonNode annotation = json.get("annotations").get(1);
        assertThat(annotation.get("image_id").asInt()).isEqualTo(6);
        int[] rgb = Exports.png(folder.resolve("out/annotations/panoptic_train")
                .resolve(annotation.get("file_name").asText()));
        assertThat(rgb).hasSize(3 * SampleDataset.WIDTH * SampleDataset.HEIGHT);
        Map<Integer, int[]> found = new HashMap<>();
        for (int i = 0; i < rgb.length / 3; i++) {
            int id = rgb[3 * i] + 256 * rgb[3 * i + 1] + 65_536 * rgb[3 * i + 2];
            int x = i % SampleDataset.WIDTH;
            int y = i / SampleDataset.WIDTH;
            int[] seen = found.computeIfAbsent(id, unused -> new int[] {0, x, y, x, y});
            seen[0]++;
            seen[1] = Math.min(seen[1], x);
            seen[2] = Math.min(seen[2], y);
            seen[3] = Math.max(seen[3], x);
            seen[4] = Math.max(seen[4], y);
        }
        // Void, ring, two-part bar and one segment of floor; the fogged bar is void.
        assertThat(found).containsOnlyKeys(0, SampleDataset.RING, SampleDataset.PARTS, 65_536 + 9);
        assertThat(annotation.get("segments_info")).hasSize(3);
        for (JsonNode segment : annotation.get("segments_info")) {
            int[] seen = found.get(segment.get("id").asInt());
            assertThat(segment.get("area").asInt()).isEqualTo(seen[0]);
            assertThat(segment.get("bbox").toString())
                    .isEqualTo(
                            "[%d,%d,%d,%d]".formatted(seen[1], seen[2], seen[3] - seen[1] + 1, seen[4] - seen[2] + 1));
        }
        assertThat(json.get("categories").get(2).get("isthing").asInt()).isZero();
        assertThat(json.get("categories").get(0).get("color").toString()).isEqualTo("[204,34,0]");
    }
}
