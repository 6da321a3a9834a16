package studio.diorama.dataset.format.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.format.BinaryMask;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.ModelInfo;

/// BOP: `SPLIT/SCENE/{rgb, depth, mask, mask_visib}/IMAGE.png`, `scene_{gt, gt_info, camera}.json` in each scene,
/// `models/{obj_ID.ply, models_info.json}`, `camera.json`. A scene is a thousand frames: K / 1000 and K % 1000.
///
/// Where BOP differs from Diorama:
/// - Millimetres; poses row-major, from the model's own axes to OpenCV's camera.
/// - Pixel centres are whole numbers: the principal point is ours minus 0.5.
/// - A box's size is max - min of pixel indices, without the one; all -1 if there is no pixel.
/// - Depth times `depth_scale` is millimetres: 0.1 where all of a frame is nearer than 6.5 m, else 1; 0 is none.
/// - A model has one size: objects scaled by anything but 1 are left out and counted in the report.
/// - Objects that are wholly hidden are listed, with `visib_fract` 0.
/// - There is no lens distortion; frames with some are counted in the report.
public final class BopWriter extends FolderWriter {

    static final int FRAMES_PER_SCENE = 1000;
    private static final double NEAR_METRES = 6.5;

    private final Map<String, BopScene> scenes = new HashMap<>();
    private Map<String, ModelInfo> models = Map.of();
    private boolean cameraWritten;

    @Override
    LabelFormat format() {
        return LabelFormat.BOP;
    }

    @Override
    void begin() throws IOException {
        models = info().modelsByAsset();
        BopModels.write(info().models(), folder().resolve("models"));
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        String split = frame.split().folder();
        Path place = folder().resolve(split).resolve("%06d".formatted(frame.index() / FRAMES_PER_SCENE));
        String image = "%06d".formatted(frame.index() % FRAMES_PER_SCENE);
        placeImage(frame, place.resolve("rgb").resolve(image + ".png"));
        float[] depth = frame.depth()
                .orElseThrow(() -> new IllegalArgumentException("frame %d has no depth".formatted(frame.index())));
        double depthScale = depthScale(depth);
        save(
                place.resolve("depth"),
                image,
                FastPng.grey16(frame.width(), frame.height(), DepthSamples.of(depth, 1000 / depthScale)));
        measure(
                "share of frames with lens distortion",
                frame.camera().distortion().isNone() ? 0 : 1);
        List<LabelledObject> listed = listed(frame);
        for (int i = 0; i < listed.size(); i++) {
            String name = "%s_%06d".formatted(image, i);
            save(place.resolve("mask"), name, mask(frame, amodal(listed.get(i))));
            save(place.resolve("mask_visib"), name, mask(frame, frame.visibleMask(listed.get(i))));
        }
        scene(split, place).add(frame, listed, models, depthScale);
        if (!cameraWritten) {
            BopScene.writeCamera(frame, depthScale, folder().resolve("camera.json"));
            cameraWritten = true;
        }
    }

    @Override
    void finish() throws IOException {
        for (BopScene scene : scenes.values()) {
            scene.close();
        }
    }

    /// The files of the frame's scene; frames rise, so an earlier scene of the split is complete.
    private BopScene scene(String split, Path place) throws IOException {
        BopScene scene = scenes.get(split);
        if (scene == null || !scene.place().equals(place)) {
            if (scene != null) {
                scene.close();
            }
            scene = new BopScene(place);
            scenes.put(split, scene);
        }
        return scene;
    }

    private List<LabelledObject> listed(LabelledFrame frame) {
        List<LabelledObject> listed = new ArrayList<>();
        for (LabelledObject object : frame.objects()) {
            if (!models.containsKey(object.asset())) {
                skip("no model");
            } else if (object.subpixel() || object.weight() < LabelledObject.LEAST_WEIGHT) {
                skip("unseen");
            } else if (!(Math.abs(object.scale() - 1) <= 1e-6)) {
                skip("scaled");
            } else {
                listed.add(object);
                took();
            }
        }
        return listed;
    }

    static BinaryMask amodal(LabelledObject object) {
        return object.amodalMask().orElseThrow(() -> new IllegalArgumentException(object.id() + " has no amodal mask"));
    }

    private static double depthScale(float[] depth) {
        float farthest = 0;
        for (float metres : depth) {
            farthest = Math.max(farthest, metres);
        }
        return farthest <= NEAR_METRES ? 0.1 : 1;
    }

    private static byte[] mask(LabelledFrame frame, BinaryMask mask) {
        byte[] pixels = new byte[frame.width() * frame.height()];
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.inside()[y * mask.width() + x]) {
                    pixels[(mask.y() + y) * frame.width() + mask.x() + x] = (byte) 255;
                }
            }
        }
        return FastPng.grey8(frame.width(), frame.height(), pixels);
    }

    private static void save(Path folder, String name, byte[] png) throws IOException {
        Files.createDirectories(folder);
        FastPng.save(png, folder.resolve(name + ".png"));
    }
}
