package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BopTest {

    @TempDir
    private Path folder;

    @Test
    void posesProjectModelPointsToTheSamePixels() throws IOException {
        List<LabelledFrame> frames = export();
        JsonNode truth =
                Exports.json(folder.resolve("out/val/000000/scene_gt.json")).get("17");
        JsonNode camera =
                Exports.json(folder.resolve("out/val/000000/scene_camera.json")).get("17");
        // The ring and the hidden one have a model; fog, subpixel and other assets are left out.
        assertThat(truth).hasSize(2);
        LabelledFrame frame = frames.get(2);
        LabelledObject ring = SampleDataset.find(frame, SampleDataset.RING);
        double[] k = numbers(camera.get("cam_K"));
        double[] r = numbers(truth.get(0).get("cam_R_m2c"));
        double[] t = numbers(truth.get(0).get("cam_t_m2c"));
        assertThat(truth.get(0).get("obj_id").asInt()).isEqualTo(4);
        for (Vector3 metres : List.of(Vector3.ZERO, new Vector3(0.1, 0, 0), new Vector3(0, 0.2, -0.3))) {
            double[] m = {metres.x() * 1000, metres.y() * 1000, metres.z() * 1000};
            double[] c = new double[3];
            for (int row = 0; row < 3; row++) {
                c[row] = r[3 * row] * m[0] + r[3 * row + 1] * m[1] + r[3 * row + 2] * m[2] + t[row];
            }
            Vector3 world =
                    ring.box3d().objectToWorld().apply(metres).plus(ring.box3d().centre());
            PixelPoint ours = frame.camera().project(world);
            assertThat((k[0] * c[0] + k[2] * c[2]) / c[2] + 0.5).isCloseTo(ours.x(), within(1e-9));
            assertThat((k[4] * c[1] + k[5] * c[2]) / c[2] + 0.5).isCloseTo(ours.y(), within(1e-9));
        }
    }

    @Test
    void boxesAreDifferencesOfIndicesAndUnseenOnesMinusOne() throws IOException {
        List<LabelledFrame> frames = export();
        JsonNode info = Exports.json(folder.resolve("out/train/000000/scene_gt_info.json"))
                .get("0");
        PixelBox ring =
                SampleDataset.find(frames.getFirst(), SampleDataset.RING).visibleBox();
        assertThat(numbers(info.get(0).get("bbox_visib")))
                .containsExactly(ring.x(), ring.y(), ring.width() - 1, ring.height() - 1);
        assertThat(info.get(0).get("visib_fract").asDouble()).isEqualTo(1);
        assertThat(numbers(info.get(1).get("bbox_visib"))).containsExactly(-1, -1, -1, -1);
        assertThat(numbers(info.get(1).get("bbox_obj"))).containsExactly(2, 3, 4, 4);
        assertThat(info.get(1).get("px_count_all").asInt()).isEqualTo(25);
        assertThat(info.get(1).get("px_count_valid").asInt()).isZero();
        assertThat(info.get(1).get("visib_fract").asDouble()).isZero();
    }

    @Test
    void depthTimesItsScaleIsMillimetresAndMasksAreThose() throws IOException {
        List<LabelledFrame> frames = export();
        int[] depth = Exports.png(folder.resolve("out/train/000000/depth/000005.png"));
        double scale = Exports.json(folder.resolve("out/train/000000/scene_camera.json"))
                .get("5")
                .get("depth_scale")
                .asDouble();
        assertThat(scale).isEqualTo(0.1);
        int[] visible = Exports.png(folder.resolve("out/train/000000/mask_visib/000005_000000.png"));
        int[] hidden = Exports.png(folder.resolve("out/train/000000/mask/000005_000001.png"));
        for (int i = 0; i < depth.length; i++) {
            assertThat(depth[i] * scale / 1000)
                    .isCloseTo(frames.get(1).depth().orElseThrow()[i], within(0.5e-4 + 1e-9));
            assertThat(visible[i]).isEqualTo(frames.get(1).instances()[i] == SampleDataset.RING ? 255 : 0);
            boolean square = i % 60 >= 2 && i % 60 < 7 && i / 60 >= 3 && i / 60 < 8;
            assertThat(hidden[i]).isEqualTo(square ? 255 : 0);
        }
    }

    @Test
    void modelsAreInMillimetresWithTheirSymmetries() throws IOException {
        export();
        JsonNode model =
                Exports.json(folder.resolve("out/models/models_info.json")).get("4");
        assertThat(model.get("diameter").asDouble()).isEqualTo(750);
        assertThat(model.get("min_z").asDouble()).isEqualTo(-300);
        double[] turn = numbers(model.get("symmetries_discrete").get(0));
        assertThat(turn).containsExactly(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 2, 0, 0, 0, 1);
        assertThat(model.get("symmetries_continuous").toString()).isEqualTo("[{\"axis\":[0,1,0],\"offset\":[0,0,1]}]");
        String ply = Files.readString(
                folder.resolve("out/models/obj_000004.ply"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(ply).startsWith("ply\nformat binary_little_endian 1.0\nelement vertex 3\n");
        int body = ply.indexOf("end_header\n") + 11;
        assertThat(ply.length()).isEqualTo(body + 36 + 13);
        float x = java.nio.ByteBuffer.wrap(ply.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getFloat(body + 12);
        assertThat(x).isEqualTo(500f);
    }

    private List<LabelledFrame> export() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        FormatReport report = Exports.write(LabelFormat.BOP, frames, folder.resolve("out"));
        assertThat(report.skipped()).containsEntry("no model", 6L).containsEntry("unseen", 6L);
        return frames;
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
