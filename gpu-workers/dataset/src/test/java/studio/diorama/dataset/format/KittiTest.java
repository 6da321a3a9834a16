package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KittiTest {

    @TempDir
    private Path folder;

    /// The development kit's own recipe for a box's corners, projected by P2, against our box through our camera.
    @Test
    void theBoxProjectsToTheSamePixels() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.KITTI, frames, folder.resolve("out"));
        String[] line = Files.readAllLines(folder.resolve("out/training/label_2/000000.txt"))
                .get(1)
                .split(" ");
        assertThat(line).hasSize(15);
        assertThat(line[0]).isEqualTo("Car");
        double h = Double.parseDouble(line[8]);
        double w = Double.parseDouble(line[9]);
        double l = Double.parseDouble(line[10]);
        double ry = Double.parseDouble(line[14]);
        double[] p2 = Arrays.stream(Files.readAllLines(folder.resolve("out/training/calib/000000.txt"))
                        .get(2)
                        .substring(4)
                        .split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] xs = {l / 2, l / 2, -l / 2, -l / 2, l / 2, l / 2, -l / 2, -l / 2};
        double[] ys = {0, 0, 0, 0, -h, -h, -h, -h};
        double[] zs = {w / 2, -w / 2, -w / 2, w / 2, w / 2, -w / 2, -w / 2, w / 2};
        LabelledFrame frame = frames.getFirst();
        List<PixelPoint> ours = SampleDataset.find(frame, SampleDataset.PARTS).box3d().corners().stream()
                .map(frame.camera()::project)
                .toList();
        for (int i = 0; i < 8; i++) {
            double x = Math.cos(ry) * xs[i] + Math.sin(ry) * zs[i] + Double.parseDouble(line[11]);
            double y = ys[i] + Double.parseDouble(line[12]);
            double z = -Math.sin(ry) * xs[i] + Math.cos(ry) * zs[i] + Double.parseDouble(line[13]);
            // Pixel indices, so half a pixel less than ours.
            double u = (p2[0] * x + p2[2] * z) / z + 0.5;
            double v = (p2[5] * y + p2[6] * z) / z + 0.5;
            assertThat(ours).anySatisfy(point -> {
                assertThat(point.x()).isCloseTo(u, within(1e-3));
                assertThat(point.y()).isCloseTo(v, within(1e-3));
            });
        }
        double alpha = ry - Math.atan2(Double.parseDouble(line[11]), Double.parseDouble(line[13]));
        assertThat(Math.cos(Double.parseDouble(line[3]) - alpha)).isCloseTo(1, within(1e-9));
    }

    @Test
    void lengthRunsFromBackToFront() throws IOException {
        Exports.write(LabelFormat.KITTI, Exports.frames(folder.resolve("in")), folder.resolve("out"));
        String[] line = Files.readAllLines(folder.resolve("out/training/label_2/000000.txt"))
                .get(1)
                .split(" ");
        // Half sizes 0.1, 0.2 and 0.3 along x, y and z; z is the front.
        assertThat(Arrays.copyOfRange(line, 8, 11)).containsExactly("0.4", "0.2", "0.6");
        // The front, turned by 0.8 about y, is (sin 0.8, 0, cos 0.8) in the world and -cos 0.8 along the camera's z.
        assertThat(Double.parseDouble(line[14])).isCloseTo(Math.atan2(Math.cos(0.8), Math.sin(0.8)), within(1e-5));
        // 48 + 60 pixels of 148 that are not hidden: 73 %.
        assertThat(line[2]).isEqualTo("1");
        assertThat(Arrays.copyOfRange(line, 4, 8)).containsExactly("36", "20", "59", "26");
    }

    @Test
    void whatFogHidesIsNoMistakeOfADetector() throws IOException {
        Exports.write(LabelFormat.KITTI, Exports.frames(folder.resolve("in")), folder.resolve("out"));
        assertThat(Files.readAllLines(folder.resolve("out/training/label_2/000017.txt")))
                .hasSize(3)
                .contains("DontCare -1 -1 -10 40 2 44 5 -1 -1 -1 -1000 -1000 -1000 -10");
    }

    @Test
    void depthIsMetresTimes256() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.KITTI, frames, folder.resolve("out"));
        int[] depth = Exports.png(folder.resolve("out/training/depth_2/000000.png"));
        for (int i = 0; i < depth.length; i++) {
            assertThat(depth[i] / 256.0)
                    .isCloseTo(frames.getFirst().depth().orElseThrow()[i], within(0.5 / 256 + 1e-9));
        }
    }
}
