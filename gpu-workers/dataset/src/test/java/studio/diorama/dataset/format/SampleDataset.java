package studio.diorama.dataset.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.dataset.file.FastPng;

/// Small frames with every kind of object that formats must tell apart, drawn by hand instead of rendered.
///
/// 60 × 40 pixels: a floor below, a ring (class mug, with keypoints), a bar in two parts (class car), a bar that fog
/// hides, a square that is wholly hidden and one that is smaller than a pixel.
final class SampleDataset {

    static final int WIDTH = 60;
    static final int HEIGHT = 40;
    static final int RING = 1;
    static final int PARTS = 2;
    static final int FLOOR = 7;
    static final int FOGGED = 11;
    static final int HIDDEN = 300;
    static final int SUBPIXEL = 301;

    private SampleDataset() {}

    static DatasetInfo info() {
        KeypointSchema points = new KeypointSchema(
                List.of("left", "right", "top"),
                List.of(new KeypointSchema.Edge(0, 2), new KeypointSchema.Edge(1, 2)),
                List.of(1, 0, 2),
                List.of(0.03, 0.03, 0.05));
        ModelInfo ring = new ModelInfo(
                "ring",
                4,
                new Vector3(-0.1, -0.2, -0.3),
                new Vector3(0.2, 0.4, 0.6),
                0.75,
                List.of(new RigidPose(Rotation.ofQuaternion(0, 1, 0, 0), new Vector3(0, 0, 0.002))),
                List.of(new ModelInfo.Axis(new Vector3(0, 1, 0), new Vector3(0, 0, 0.001))),
                Optional.of(() ->
                        new ModelInfo.ModelMesh(new float[] {0, 0, 0, 0.5f, 0, 0, 0, 0.25f, 0}, new int[] {0, 1, 2})));
        return new DatasetInfo(
                "hand-drawn",
                "shapes & <signs>",
                "1.0",
                List.of(
                        new ClassInfo(3, "mug", ClassKind.THING, "crockery", 0xCC2200, Map.of(), Optional.of(points)),
                        new ClassInfo(
                                5, "car", ClassKind.THING, "", 0x0022CC, Map.of("kitti", "Car"), Optional.empty()),
                        ClassInfo.of(9, "floor", ClassKind.STUFF, 0x808080)),
                List.of(ring),
                List.of(new Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "everything")));
    }

    /// The frame K; the ring's place depends on it.
    static LabelledFrame frame(long index, Split split, Path folder) throws IOException {
        int[] instances = new int[WIDTH * HEIGHT];
        fill(instances, 0, 30, WIDTH, 10, FLOOR);
        int shift = (int) (index % 7);
        int centre = 15 + shift;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int d2 = (x - centre) * (x - centre) + (y - 14) * (y - 14);
                if (d2 <= 81 && d2 >= 16) {
                    instances[y * WIDTH + x] = RING;
                }
            }
        }
        fill(instances, 36, 20, 8, 6, PARTS);
        fill(instances, 48, 22, 12, 5, PARTS);
        fill(instances, 40, 2, 5, 4, FOGGED);
        int[] classes = new int[instances.length];
        float[] depth = new float[instances.length];
        for (int i = 0; i < instances.length; i++) {
            classes[i] = switch (instances[i]) {
                case RING, FOGGED -> 3;
                case PARTS -> 5;
                case FLOOR -> 9;
                default -> 0;
            };
            depth[i] = instances[i] == 0 ? 0 : 2 + i * 0.001f;
        }
        FrameCamera camera = new FrameCamera(
                70,
                72,
                30.25,
                19.75,
                Distortion.NONE,
                // A camera at (0.1, 0.2, 3) that looks along -z: only the axes flip.
                new RigidPose(new Rotation(1, 0, 0, 0, -1, 0, 0, 0, -1), new Vector3(-0.1, 0.2, 3)));
        List<LabelledObject> objects = new ArrayList<>();
        objects.add(object("mug/0", RING, 3, "ring", instances, camera, 1, 1, 0));
        objects.add(object("car/0", PARTS, 5, "bar", instances, camera, 1, 2, 40));
        objects.add(object("floor", FLOOR, 9, "plane", instances, camera, 1, 4, 0));
        objects.add(object("mug/1", FOGGED, 3, "ring", instances, camera, 0.02, 1, 0));
        objects.add(object("mug/2", HIDDEN, 3, "ring", instances, camera, 1, 1, 25));
        objects.add(object("mug/3", SUBPIXEL, 3, "ring", instances, camera, 1, 1, 0));
        Path image = folder.resolve("source-%06d.png".formatted(index));
        byte[] colours = new byte[3 * instances.length];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = (byte) (instances[i / 3] * 37 + index + i % 3);
        }
        FastPng.save(FastPng.rgb8(WIDTH, HEIGHT, colours), image);
        return new LabelledFrame(
                index, split, WIDTH, HEIGHT, image, camera, instances, classes, Optional.of(depth), objects);
    }

    static LabelledObject find(LabelledFrame frame, int instance) {
        return frame.objects().stream()
                .filter(object -> object.instance() == instance)
                .findAny()
                .orElseThrow();
    }

    private static LabelledObject object(
            String id,
            int instance,
            int classId,
            String asset,
            int[] instances,
            FrameCamera camera,
            double weight,
            double scale,
            int hidden) {
        PixelBox box = bounds(instances, instance);
        long visible =
                java.util.Arrays.stream(instances).filter(i -> i == instance).count();
        // What stood before it hid a block of 5 columns beside it, or all of it.
        PixelBox amodalBox = instance == HIDDEN ? new PixelBox(2, 3, 5, 5) : box;
        BinaryMask amodal = instance == HIDDEN
                ? new BinaryMask(2, 3, 5, 5, filled(25))
                : BinaryMask.ofId(instances, WIDTH, instance, box);
        long amodalPixels = instance == SUBPIXEL ? 0 : visible + hidden;
        Box3d box3d = new Box3d(
                new Vector3(0.3 * (instance % 3), 0.1, -1 - 0.2 * (instance % 5)),
                new Vector3(0.1, 0.2, 0.3),
                Rotation.ofQuaternion(0, Math.sin(0.4), 0, Math.cos(0.4)));
        RigidPose toCamera = camera.worldToCamera().after(new RigidPose(box3d.objectToWorld(), box3d.centre()));
        List<Keypoint> keypoints = classId != 3
                ? List.of()
                : List.of(
                        new Keypoint(new PixelPoint(10.5, 12.25), new Vector3(0, 1, 2), Keypoint.Visibility.SEEN),
                        new Keypoint(new PixelPoint(20, 14), new Vector3(1, 1, 2), Keypoint.Visibility.HIDDEN),
                        new Keypoint(
                                new PixelPoint(Double.NaN, Double.NaN),
                                new Vector3(0, 0, 9),
                                Keypoint.Visibility.OUTSIDE));
        return new LabelledObject(
                id,
                instance,
                classId,
                asset,
                box,
                amodalBox,
                Optional.of(amodal),
                new PixelCounts(visible, amodalPixels, amodalPixels + (instance == PARTS ? 20 : 0)),
                box3d,
                toCamera,
                scale,
                keypoints,
                weight,
                instance == SUBPIXEL,
                false);
    }

    private static PixelBox bounds(int[] instances, int instance) {
        int left = WIDTH;
        int top = HEIGHT;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < instances.length; i++) {
            if (instances[i] == instance) {
                left = Math.min(left, i % WIDTH);
                right = Math.max(right, i % WIDTH + 1);
                top = Math.min(top, i / WIDTH);
                bottom = Math.max(bottom, i / WIDTH + 1);
            }
        }
        return right == 0 ? PixelBox.EMPTY : new PixelBox(left, top, right - left, bottom - top);
    }

    private static boolean[] filled(int count) {
        boolean[] all = new boolean[count];
        java.util.Arrays.fill(all, true);
        return all;
    }

    private static void fill(int[] ids, int x, int y, int width, int height, int id) {
        for (int row = y; row < y + height; row++) {
            java.util.Arrays.fill(ids, row * WIDTH + x, row * WIDTH + x + width, id);
        }
    }
}
