package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.diorama.dataset.file.PlyFile;
import studio.diorama.dataset.format.ModelInfo;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Vector3;

/// BOP's models: `models_info.json` and a PLY file each, in millimetres.
final class BopModels {

    private BopModels() {}

    static void write(List<ModelInfo> models, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (JsonGenerator json = Json.write(folder.resolve("models_info.json"))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (ModelInfo model : models) {
                json.writeObjectFieldStart(Integer.toString(model.id()));
                model(json, model);
                json.writeEndObject();
                if (model.mesh().isPresent()) {
                    ModelInfo.ModelMesh mesh = model.mesh().get().load();
                    Path file = folder.resolve("obj_%06d.ply".formatted(model.id()));
                    PlyFile.writeMesh(mesh.positions(), mesh.triangles(), 1000, file);
                }
            }
            json.writeEndObject();
        }
    }

    private static void model(JsonGenerator json, ModelInfo model) throws IOException {
        field(json, "diameter", model.diameter());
        field(json, "min_x", model.minimum().x());
        field(json, "min_y", model.minimum().y());
        field(json, "min_z", model.minimum().z());
        field(json, "size_x", model.size().x());
        field(json, "size_y", model.size().y());
        field(json, "size_z", model.size().z());
        if (!model.discrete().isEmpty()) {
            json.writeArrayFieldStart("symmetries_discrete");
            for (RigidPose symmetry : model.discrete()) {
                json.writeArray(matrix(symmetry), 0, 16);
            }
            json.writeEndArray();
        }
        if (!model.continuous().isEmpty()) {
            json.writeArrayFieldStart("symmetries_continuous");
            for (ModelInfo.Axis axis : model.continuous()) {
                Vector3 d = axis.direction();
                Vector3 o = axis.offset().times(1000);
                json.writeStartObject();
                Json.numbers(json, "axis", d.x(), d.y(), d.z());
                Json.numbers(json, "offset", o.x(), o.y(), o.z());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void field(JsonGenerator json, String name, double metres) throws IOException {
        json.writeFieldName(name);
        Json.number(json, metres * 1000);
    }

    /// Row-major 4 × 4, the shift in millimetres.
    private static double[] matrix(RigidPose pose) {
        double[] r = pose.rotation().rows();
        Vector3 t = pose.translation().times(1000);
        return new double[] {r[0], r[1], r[2], t.x(), r[3], r[4], r[5], t.y(), r[6], r[7], r[8], t.z(), 0, 0, 0, 1};
    }
}
