package studio.diorama.dataset.format.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.PixelBox;

/// KITTI object detection: `training/{image_2, label_2, calib, depth_2}/K.*`, `ImageSets/SPLIT.txt`.
///
/// Where KITTI differs from Diorama:
/// - A line is type, truncated 0..1, occluded, alpha, box, height width length, x y z, rotation_y.
/// - Boxes are pixel indices from 0, both ends included: right = x + w - 1. The principal point of `P2` counts whole
///   pixels at their centres too: ours minus 0.5.
/// - The place is the middle of the bottom face, in the camera's axes: x right, y down, z forward.
/// - Height, width and length are along the object's y, x and z: glTF's front is +z.
/// - Only yaw can be said: rotation_y turns the front from +x about y down. Objects that stand tilted to the camera by
///   more than 5° are counted in the report.
/// - alpha = rotation_y - atan2(x, z).
/// - occluded is 0, 1, 2 at visible shares of at least 0.9, at least 0.5, and less.
/// - Objects that the weather hides, and crowds, are `DontCare`.
/// - Depth is metres · 256 in 16 bits, 0 where there is none or beyond 255.9 m.
/// - There is no lens distortion; frames with some are counted in the report.
public final class KittiWriter extends FolderWriter {

    private static final int DIGITS = 6;

    private SplitLists lists;

    @Override
    LabelFormat format() {
        return LabelFormat.KITTI;
    }

    @Override
    void begin() throws IOException {
        lists = new SplitLists(folder().resolve("ImageSets"));
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        Path training = folder().resolve("training");
        placeImage(frame, training.resolve("image_2").resolve(frame.stem() + ".png"));
        lists.add(frame);
        measure(
                "share of frames with lens distortion",
                frame.camera().distortion().isNone() ? 0 : 1);
        StringBuilder lines = new StringBuilder();
        for (LabelledObject object : frame.objects()) {
            ClassInfo known = info().classOf(object.classId());
            if (known.kind() == ClassKind.STUFF) {
                skip("stuff");
            } else if (object.subpixel() || object.pixels().visible() == 0) {
                skip("unseen");
            } else if (!object.isSeen() || object.crowd()) {
                skip("DontCare");
                lines.append("DontCare -1 -1 -10 ")
                        .append(box(object.visibleBox()))
                        .append(" -1 -1 -1 -1000 -1000 -1000 -10\n");
            } else {
                KittiBox box = KittiBox.of(object, frame.camera());
                measure("share of objects tilted by more than 5°", box.tilt() > Math.toRadians(5) ? 1 : 0);
                lines.append(known.nameIn(format()).replaceAll("\\s+", "_"))
                        .append(' ')
                        .append(line(object, box))
                        .append('\n');
                took();
            }
        }
        save(training.resolve("label_2"), frame, lines.toString());
        save(training.resolve("calib"), frame, calibration(frame.camera()));
        if (frame.depth().isPresent()) {
            Path depths = Files.createDirectories(training.resolve("depth_2"));
            byte[] png = FastPng.grey16(
                    frame.width(), frame.height(), DepthSamples.of(frame.depth().get(), 256));
            FastPng.save(png, depths.resolve(frame.stem() + ".png"));
        }
    }

    @Override
    void finish() throws IOException {
        lists.close();
    }

    private static String line(LabelledObject object, KittiBox box) {
        double visible = 1 - object.pixels().occlusion();
        int occluded = visible >= 0.9 ? 0 : visible >= 0.5 ? 1 : 2;
        return Decimals.of(object.pixels().truncation(), 2) + " " + occluded + " "
                + Decimals.of(box.alpha(), DIGITS) + " " + box(object.visibleBox()) + " "
                + Decimals.row(
                        DIGITS,
                        box.height(),
                        box.width(),
                        box.length(),
                        box.bottom().x(),
                        box.bottom().y(),
                        box.bottom().z(),
                        box.rotationY());
    }

    private static String box(PixelBox box) {
        return Decimals.row(DIGITS, box.x(), box.y(), box.right() - 1, box.bottom() - 1);
    }

    private static String calibration(FrameCamera camera) {
        String projection = Decimals.row(
                12, camera.fx(), 0, camera.cx() - 0.5, 0, 0, camera.fy(), camera.cy() - 0.5, 0, 0, 0, 1, 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append("P%d: %s\n".formatted(i, projection));
        }
        // A lidar at the camera's place: x forward, y left, z up.
        return text.append("R0_rect: 1 0 0 0 1 0 0 0 1\n")
                .append("Tr_velo_to_cam: 0 -1 0 0 0 0 -1 0 1 0 0 0\n")
                .append("Tr_imu_to_velo: 1 0 0 0 0 1 0 0 0 0 1 0\n")
                .toString();
    }

    private static void save(Path folder, LabelledFrame frame, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(frame.stem() + ".txt"), text);
    }
}
