package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.format.BinaryMask;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.ModelInfo;
import studio.diorama.dataset.format.PixelBox;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Vector3;

/// The three JSON files of one of BOP's scenes, each an object by image number, written as frames come.
final class BopScene {

    private final Path place;
    private final JsonGenerator truth;
    private final JsonGenerator info;
    private final JsonGenerator cameras;

    BopScene(Path place) throws IOException {
        this.place = place;
        truth = Json.write(place.resolve("scene_gt.json"));
        info = Json.write(place.resolve("scene_gt_info.json"));
        cameras = Json.write(place.resolve("scene_camera.json"));
        for (JsonGenerator json : List.of(truth, info, cameras)) {
            json.writeStartObject();
        }
    }

    Path place() {
        return place;
    }

    void add(LabelledFrame frame, List<LabelledObject> objects, Map<String, ModelInfo> models, double depthScale)
            throws IOException {
        String image = Long.toString(frame.index() % BopWriter.FRAMES_PER_SCENE);
        truth.writeArrayFieldStart(image);
        info.writeArrayFieldStart(image);
        for (LabelledObject object : objects) {
            truth.writeStartObject();
            pose(truth, "cam_R_m2c", "cam_t_m2c", object.objectToCamera());
            truth.writeNumberField("obj_id", models.get(object.asset()).id());
            truth.writeEndObject();
            visibility(frame, object);
        }
        truth.writeEndArray();
        info.writeEndArray();
        FrameCamera camera = frame.camera();
        cameras.writeObjectFieldStart(image);
        Json.numbers(cameras, "cam_K", camera.fx(), 0, camera.cx() - 0.5, 0, camera.fy(), camera.cy() - 0.5, 0, 0, 1);
        cameras.writeNumberField("depth_scale", depthScale);
        pose(cameras, "cam_R_w2c", "cam_t_w2c", camera.worldToCamera());
        cameras.writeEndObject();
    }

    void close() throws IOException {
        for (JsonGenerator json : List.of(truth, info, cameras)) {
            json.writeEndObject();
            json.close();
        }
    }

    /// The dataset's `camera.json`, which tools take for all images that say nothing else.
    static void writeCamera(LabelledFrame frame, double depthScale, Path file) throws IOException {
        try (JsonGenerator json = Json.write(file)) {
            json.writeStartObject();
            json.writeNumberField("cx", frame.camera().cx() - 0.5);
            json.writeNumberField("cy", frame.camera().cy() - 0.5);
            json.writeNumberField("depth_scale", depthScale);
            json.writeNumberField("fx", frame.camera().fx());
            json.writeNumberField("fy", frame.camera().fy());
            json.writeNumberField("height", frame.height());
            json.writeNumberField("width", frame.width());
            json.writeEndObject();
        }
    }

    private void visibility(LabelledFrame frame, LabelledObject object) throws IOException {
        info.writeStartObject();
        box("bbox_obj", object.amodalBox());
        box("bbox_visib", object.visibleBox());
        info.writeNumberField("px_count_all", object.pixels().all());
        info.writeNumberField("px_count_valid", withDepth(frame, BopWriter.amodal(object)));
        info.writeNumberField("px_count_visib", object.pixels().visible());
        info.writeNumberField("visib_fract", object.pixels().visibleFraction());
        info.writeEndObject();
    }

    /// From the first pixel to the last: one pixel has the size 0.
    private void box(String name, PixelBox box) throws IOException {
        if (box.isEmpty()) {
            Json.numbers(info, name, -1, -1, -1, -1);
            return;
        }
        double left = Math.floor(box.x());
        double top = Math.floor(box.y());
        Json.numbers(info, name, left, top, Math.ceil(box.right()) - 1 - left, Math.ceil(box.bottom()) - 1 - top);
    }

    private static long withDepth(LabelledFrame frame, BinaryMask mask) {
        float[] depth = frame.depth().orElseThrow();
        long count = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                boolean inside = mask.inside()[y * mask.width() + x];
                count += inside && depth[(mask.y() + y) * frame.width() + mask.x() + x] > 0 ? 1 : 0;
            }
        }
        return count;
    }

    private static void pose(JsonGenerator json, String rotation, String translation, RigidPose pose)
            throws IOException {
        Json.numbers(json, rotation, pose.rotation().rows());
        Vector3 millimetres = pose.translation().times(1000);
        Json.numbers(json, translation, millimetres.x(), millimetres.y(), millimetres.z());
    }
}
