package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.DatasetInfo;
import studio.diorama.dataset.format.KeypointSchema;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.Licence;

/// One of COCO's JSON files: heading and categories first, then images, then annotations.
final class CocoFile {

    private final JsonGenerator json;
    private final JsonSpool annotations;

    CocoFile(Path file, DatasetInfo info, List<ClassInfo> classes, LabelFormat format) throws IOException {
        json = Json.write(file);
        annotations = new JsonSpool(file.resolveSibling(file.getFileName() + ".annotations"));
        json.writeStartObject();
        json.writeObjectFieldStart("info");
        json.writeStringField("description", info.name() + ": " + info.description());
        json.writeStringField("version", info.version());
        json.writeEndObject();
        licences(info);
        json.writeArrayFieldStart("categories");
        for (ClassInfo known : classes) {
            category(known, format);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("images");
    }

    /// Where annotations are written, one object each.
    JsonGenerator annotations() {
        return annotations.json();
    }

    void image(LabelledFrame frame) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", frame.imageId());
        json.writeStringField("file_name", frame.stem() + ".png");
        json.writeNumberField("width", frame.width());
        json.writeNumberField("height", frame.height());
        json.writeEndObject();
    }

    void finish() throws IOException {
        json.writeEndArray();
        annotations.finishInto(json, "annotations");
        json.writeEndObject();
        json.close();
    }

    private void licences(DatasetInfo info) throws IOException {
        json.writeArrayFieldStart("licenses");
        int id = 1;
        for (Licence licence : info.licences()) {
            json.writeStartObject();
            json.writeNumberField("id", id++);
            json.writeStringField("name", licence.name() + " (" + licence.covers() + ")");
            json.writeStringField("url", licence.url());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void category(ClassInfo known, LabelFormat format) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", known.id());
        json.writeStringField("name", known.nameIn(format));
        json.writeStringField("supercategory", known.parent().isEmpty() ? known.nameIn(format) : known.parent());
        if (format == LabelFormat.COCO_PANOPTIC) {
            json.writeNumberField("isthing", known.kind() == ClassKind.THING ? 1 : 0);
            Json.numbers(json, "color", known.colour() >> 16, known.colour() >> 8 & 0xFF, known.colour() & 0xFF);
        } else if (known.keypoints().isPresent()) {
            KeypointSchema schema = known.keypoints().get();
            json.writeArrayFieldStart("keypoints");
            for (String name : schema.names()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("skeleton");
            for (KeypointSchema.Edge edge : schema.skeleton()) {
                json.writeStartArray();
                json.writeNumber(edge.from() + 1);
                json.writeNumber(edge.to() + 1);
                json.writeEndArray();
            }
            json.writeEndArray();
            Json.numbers(
                    json,
                    "sigmas",
                    schema.sigmas().stream().mapToDouble(Double::doubleValue).toArray());
        }
        json.writeEndObject();
    }
}
