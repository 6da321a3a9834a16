package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;

class YoloTest {

    @TempDir
    private Path folder;

    @Test
    void boxesComeBackAsPixelEdges() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        FormatReport report = Exports.write(LabelFormat.YOLO, frames, folder.resolve("out"));
        List<double[]> lines = lines("train/000005");
        assertThat(lines).hasSize(2);
        for (int i = 0; i < 2; i++) {
            PixelBox box = SampleDataset.find(frames.get(1), i == 0 ? SampleDataset.RING : SampleDataset.PARTS)
                    .visibleBox();
            double[] line = lines.get(i);
            assertThat(line[0]).isEqualTo(i);
            assertThat((line[1] - line[3] / 2) * 60).isCloseTo(box.x(), within(1e-5));
            assertThat((line[2] - line[4] / 2) * 40).isCloseTo(box.y(), within(1e-5));
            assertThat(line[3] * 60).isCloseTo(box.width(), within(1e-5));
            assertThat(line[4] * 40).isCloseTo(box.height(), within(1e-5));
        }
        assertThat(report.objects()).isEqualTo(6);
        assertThat(Files.readString(folder.resolve("out/data.yaml")))
                .contains("train: images/train\n", "val: images/val\n", "  0: \"mug\"\n  1: \"car\"\n")
                .doesNotContain("test:");
        assertThat(folder.resolve("out/images/val/000017.png")).exists();
    }

    @Test
    void onePolygonHoldsPartsAndHoles() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        FormatReport report = Exports.write(LabelFormat.YOLO_SEGMENT, frames, folder.resolve("out"));
        List<double[]> lines = lines("train/000000");
        for (int i = 0; i < 2; i++) {
            int instance = i == 0 ? SampleDataset.RING : SampleDataset.PARTS;
            boolean[] mask = CocoTest.mask(frames.getFirst(), instance);
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            double[] line = lines.get(i);
            assertThat(Arrays.stream(line).skip(1)).allMatch(v -> v >= 0 && v <= 1);
            for (int at = 1; at < line.length; at += 2) {
                if (at == 1) {
                    path.moveTo(line[at] * 60, line[at + 1] * 40);
                } else {
                    path.lineTo(line[at] * 60, line[at + 1] * 40);
                }
            }
            path.closePath();
            for (int pixel = 0; pixel < mask.length; pixel++) {
                // A little off the centre, so that a bridge through it does not decide.
                assertThat(path.contains(pixel % 60 + 0.5003, pixel / 60 + 0.4998))
                        .isEqualTo(mask[pixel]);
            }
        }
        assertThat(report.measures()).containsEntry("polygon IoU", 1.0);
        // The bars grow from 108 pixels to 9 × 7 and 12 × 6 and by a bridge, the ring by half of its rims.
        assertThat(report.measures().get("polygon IoU as OpenCV draws it")).isBetween(0.72, 0.85);
    }

    @Test
    void poseHasBoxesAndPointsOfItsClassesOnly() throws IOException {
        Exports.write(LabelFormat.YOLO_POSE, Exports.frames(folder.resolve("in")), folder.resolve("out"));
        List<double[]> lines = lines("val/000017");
        assertThat(lines).hasSize(1);
        double[] points = Arrays.copyOfRange(lines.getFirst(), 5, 14);
        assertThat(points[0] * 60).isCloseTo(10.5, within(1e-5));
        assertThat(points[1] * 40).isCloseTo(12.25, within(1e-5));
        assertThat(points[2]).isEqualTo(2);
        assertThat(points[5]).isEqualTo(1);
        assertThat(Arrays.copyOfRange(points, 6, 9)).containsExactly(0, 0, 0);
        assertThat(Files.readString(folder.resolve("out/data.yaml")))
                .contains("kpt_shape: [3, 3]\n", "flip_idx: [1, 0, 2]\n", "  0: \"mug\"\n")
                .doesNotContain("car");
    }

    @Test
    void poseNeedsKeypoints() {
        DatasetInfo none = new DatasetInfo(
                "none", "", "1", List.of(ClassInfo.of(1, "box", ClassKind.THING, 0)), List.of(), List.of());
        LabelWriter writer = LabelFormat.YOLO_POSE.newWriter();
        assertThatThrownBy(() -> writer.open(folder.resolve("out"), none))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("same number of keypoints");
    }

    @Test
    void turnedBoxesHoldTheMaskInTheLeastArea() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        FormatReport report = Exports.write(LabelFormat.YOLO_OBB, frames, folder.resolve("out"));
        // The bars end at the image's edge, so the corners of their turned rectangle are clamped; the rings are whole.
        assertThat(report.measures()).containsEntry("share of rectangles clamped", 0.5);
        for (LabelledFrame frame : frames) {
            boolean[] mask = CocoTest.mask(frame, SampleDataset.RING);
            double[] v = lines(frame.split().folder() + "/" + frame.stem()).getFirst();
            assertThat(v).hasSize(9);
            double ux = (v[3] - v[1]) * 60;
            double uy = (v[4] - v[2]) * 40;
            double wx = (v[7] - v[1]) * 60;
            double wy = (v[8] - v[2]) * 40;
            assertThat(ux * wx + uy * wy).isCloseTo(0, within(1e-3));
            double area = Math.abs(ux * wy - uy * wx);
            double least = Double.MAX_VALUE;
            for (int step = 0; step < 1800; step++) {
                least = Math.min(least, areaAt(mask, Math.toRadians(step * 0.05)));
            }
            // The search over angles can only miss the least by being a little too large.
            assertThat(area).isBetween(least * 0.995, least + 1e-3);
        }
    }

    private static double areaAt(boolean[] mask, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double[] r = {1e9, -1e9, 1e9, -1e9};
        for (int i = 0; i < mask.length; i++) {
            for (int corner = 0; mask[i] && corner < 4; corner++) {
                double x = i % 60 + (corner & 1);
                double y = i / 60 + (corner >> 1);
                r[0] = Math.min(r[0], x * c + y * s);
                r[1] = Math.max(r[1], x * c + y * s);
                r[2] = Math.min(r[2], y * c - x * s);
                r[3] = Math.max(r[3], y * c - x * s);
            }
        }
        return (r[1] - r[0]) * (r[3] - r[2]);
    }

    private List<double[]> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve("out/labels/" + name + ".txt")).stream()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
