package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import studio.diorama.dataset.format.Box3d;
import studio.diorama.dataset.format.DatasetInfo;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.Keypoint;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.PixelBox;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Vector3;

/// A frame's camera and objects as one JSON object, in Diorama's own conventions.
final class FrameJson {

    private FrameJson() {}

    static byte[] of(LabelledFrame frame, DatasetInfo info) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.write(bytes)) {
            json.writeStartObject();
            json.writeNumberField("frame", frame.index());
            Json.numbers(json, "size", frame.width(), frame.height());
            camera(json, frame.camera());
            json.writeArrayFieldStart("objects");
            for (LabelledObject object : frame.objects()) {
                object(json, object, info);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void camera(JsonGenerator json, FrameCamera camera) throws IOException {
        json.writeObjectFieldStart("camera");
        Json.numbers(json, "K", camera.fx(), 0, camera.cx(), 0, camera.fy(), camera.cy(), 0, 0, 1);
        Json.numbers(json, "distortionOpenCv", camera.distortion().openCv());
        pose(json, "worldToCameraOpenCv", camera.worldToCamera());
        json.writeEndObject();
    }

    private static void object(JsonGenerator json, LabelledObject object, DatasetInfo info) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", object.id());
        json.writeNumberField("instance", object.instance());
        json.writeNumberField("classId", object.classId());
        json.writeStringField("class", info.classOf(object.classId()).name());
        json.writeStringField("asset", object.asset());
        box(json, "visibleBox", object.visibleBox());
        box(json, "amodalBox", object.amodalBox());
        json.writeNumberField("pxVisible", object.pixels().visible());
        json.writeNumberField("pxAmodal", object.pixels().amodal());
        json.writeNumberField("pxAll", object.pixels().all());
        Box3d box = object.box3d();
        json.writeObjectFieldStart("box3d");
        vector(json, "centre", box.centre());
        vector(json, "halfSizes", box.halfSizes());
        Json.numbers(json, "objectToWorld", box.objectToWorld().rows());
        json.writeEndObject();
        pose(json, "objectToCameraOpenCv", object.objectToCamera());
        pose(json, "objectToCameraGltf", object.objectToCamera().flippedCameraAxes());
        json.writeArrayFieldStart("keypoints");
        for (Keypoint point : object.keypoints()) {
            json.writeStartObject();
            if (Double.isFinite(point.image().x())
                    && Double.isFinite(point.image().y())) {
                Json.numbers(json, "image", point.image().x(), point.image().y());
            }
            vector(json, "world", point.world());
            json.writeNumberField("v", point.visibility().ordinal());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("weight", object.weight());
        json.writeBooleanField("subpixel", object.subpixel());
        json.writeBooleanField("crowd", object.crowd());
        json.writeEndObject();
    }

    private static void pose(JsonGenerator json, String name, RigidPose pose) throws IOException {
        json.writeObjectFieldStart(name);
        Json.numbers(json, "R", pose.rotation().rows());
        vector(json, "t", pose.translation());
        json.writeEndObject();
    }

    private static void vector(JsonGenerator json, String name, Vector3 v) throws IOException {
        Json.numbers(json, name, v.x(), v.y(), v.z());
    }

    private static void box(JsonGenerator json, String name, PixelBox box) throws IOException {
        Json.numbers(json, name, box.x(), box.y(), box.width(), box.height());
    }
}
