package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoTest {

    @TempDir
    private Path folder;

    @Test
    void masksBoxesAndAreasAreThoseOfTheInstanceMap() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        for (LabelFormat format : List.of(LabelFormat.COCO, LabelFormat.COCO_RUNS, LabelFormat.COCO_POLYGONS)) {
            Path out = folder.resolve(format.key());
            FormatReport report = Exports.write(format, frames, out);
            JsonNode train = Exports.json(out.resolve("annotations/instances_train.json"));
            assertThat(train.get("images")).hasSize(2);
            assertThat(train.get("annotations")).hasSize(4);
            assertThat(report.objects()).isEqualTo(6);
            assertThat(report.skipped()).containsEntry("stuff", 3L).containsEntry("unseen", 9L);
            for (JsonNode annotation : train.get("annotations")) {
                LabelledFrame frame = frames.get(annotation.get("image_id").asInt() == 1 ? 0 : 1);
                int instance = (int) (annotation.get("id").asLong() - (frame.index() + 1) * 65_536);
                assertThat(annotation.get("category_id").asInt()).isEqualTo(instance == SampleDataset.RING ? 3 : 5);
                boolean[] expected = mask(frame, instance);
                assertThat(annotation.get("area").asInt()).isEqualTo(count(expected));
                assertThat(box(annotation.get("bbox"))).isEqualTo(bounds(expected));
                boolean[] got = segmentation(annotation.get("segmentation"));
                if (format == LabelFormat.COCO_POLYGONS && instance == SampleDataset.RING) {
                    // Only the hole differs.
                    assertThat(count(got)).isGreaterThan(count(expected));
                    for (int i = 0; i < got.length; i++) {
                        assertThat(got[i] || !expected[i]).isTrue();
                    }
                } else {
                    assertThat(got).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void polygonsReportWhatHolesCost() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        FormatReport report = Exports.write(LabelFormat.COCO_POLYGONS, frames, folder.resolve("out"));
        int ring = count(mask(frames.getFirst(), SampleDataset.RING));
        // Points closer than 4 to the centre are the hole: 45 of them on the grid.
        double ringOverlap = ring / (ring + 45.0);
        assertThat(report.measures().get("polygon IoU")).isCloseTo((ringOverlap + 1) / 2, within(1e-12));
    }

    @Test
    void keypointsAreIndicesSoAHalfLess() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.COCO, frames, folder.resolve("out"));
        JsonNode val = Exports.json(folder.resolve("out/annotations/keypoints_val.json"));
        assertThat(val.get("annotations")).hasSize(1);
        List<Double> numbers = new ArrayList<>();
        val.get("annotations").get(0).get("keypoints").forEach(n -> numbers.add(n.asDouble()));
        assertThat(numbers).containsExactly(10.0, 11.75, 2.0, 19.5, 13.5, 1.0, 0.0, 0.0, 0.0);
        assertThat(val.get("annotations").get(0).get("num_keypoints").asInt()).isEqualTo(2);
        assertThat(val.get("categories")).hasSize(1);
        assertThat(val.get("categories").get(0).get("skeleton").toString()).isEqualTo("[[1,3],[2,3]]");
    }

    @Test
    void imagesAreWhereTheJsonSays() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.COCO, frames, folder.resolve("out"));
        JsonNode image = Exports.json(folder.resolve("out/annotations/instances_val.json"))
                .get("images")
                .get(0);
        assertThat(image.get("id").asInt()).isEqualTo(18);
        Path placed =
                folder.resolve("out/images/val").resolve(image.get("file_name").asText());
        assertThat(Files.readAllBytes(placed))
                .isEqualTo(Files.readAllBytes(frames.get(2).image()));
        assertThat(Files.list(folder.resolve("out/annotations"))).hasSize(4);
    }

    static boolean[] mask(LabelledFrame frame, int instance) {
        boolean[] mask = new boolean[frame.instances().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = frame.instances()[i] == instance;
        }
        return mask;
    }

    static int count(boolean[] mask) {
        int count = 0;
        for (boolean pixel : mask) {
            count += pixel ? 1 : 0;
        }
        return count;
    }

    private static List<Integer> bounds(boolean[] mask) {
        int left = 1000;
        int right = -1;
        int top = 1000;
        int bottom = -1;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                left = Math.min(left, i % SampleDataset.WIDTH);
                right = Math.max(right, i % SampleDataset.WIDTH);
                top = Math.min(top, i / SampleDataset.WIDTH);
                bottom = Math.max(bottom, i / SampleDataset.WIDTH);
            }
        }
        return List.of(left, top, right - left + 1, bottom - top + 1);
    }

    private static List<Integer> box(JsonNode json) {
        List<Integer> box = new ArrayList<>();
        json.forEach(n -> box.add(n.asInt()));
        return box;
    }

    private static boolean[] segmentation(JsonNode json) {
        if (json.isArray()) {
            return polygons(json);
        }
        assertThat(json.get("size").toString()).isEqualTo("[40,60]");
        JsonNode counts = json.get("counts");
        List<Integer> runs = new ArrayList<>();
        if (counts.isTextual()) {
            runs.addAll(unpacked(counts.asText()));
        } else {
            counts.forEach(n -> runs.add(n.asInt()));
        }
        boolean[] mask = new boolean[SampleDataset.WIDTH * SampleDataset.HEIGHT];
        int at = 0;
        for (int run = 0; run < runs.size(); run++) {
            for (int i = 0; i < runs.get(run); i++, at++) {
                mask[at % SampleDataset.HEIGHT * SampleDataset.WIDTH + at / SampleDataset.HEIGHT] = run % 2 == 1;
            }
        }
        assertThat(at).isEqualTo(mask.length);
        return mask;
    }

    /// The reader's side of COCO's packed counts.
    static List<Integer> unpacked(String text) {
        List<Integer> counts = new ArrayList<>();
        int p = 0;
        while (p < text.length()) {
            int value = 0;
            int shift = 0;
            int c;
            do {
                c = text.charAt(p++) - 48;
                value |= (c & 0x1F) << shift;
                shift += 5;
            } while ((c & 0x20) != 0);
            if ((c & 0x10) != 0 && shift < 32) {
                value |= -1 << shift;
            }
            counts.add(counts.size() > 2 ? value + counts.get(counts.size() - 2) : value);
        }
        return counts;
    }

    private static boolean[] polygons(JsonNode json) {
        boolean[] mask = new boolean[SampleDataset.WIDTH * SampleDataset.HEIGHT];
        for (JsonNode polygon : json) {
            Path2D path = new Path2D.Double();
            path.moveTo(polygon.get(0).asDouble(), polygon.get(1).asDouble());
            for (int i = 2; i < polygon.size(); i += 2) {
                path.lineTo(polygon.get(i).asDouble(), polygon.get(i + 1).asDouble());
            }
            path.closePath();
            for (int i = 0; i < mask.length; i++) {
                mask[i] |= path.contains(i % SampleDataset.WIDTH + 0.5, i / SampleDataset.WIDTH + 0.5);
            }
        }
        return mask;
    }
}
