package studio.diorama.dataset.format.internal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.dataset.format.BinaryMask;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.Split;

/// COCO: `images/SPLIT/K.png`, `annotations/instances_SPLIT.json`, `annotations/keypoints_SPLIT.json`.
///
/// Where COCO differs from Diorama:
/// - Boxes are x, y, width, height from 0 in pixel edges, as ours.
/// - Masks are run lengths down the columns, zeros first; run lengths are valid with `iscrowd` 0 too, and hold holes,
///   which polygons do not. `area` is the number of the mask's pixels, whatever the mask is written as.
/// - Keypoints are pixel *indices*: ours minus 0.5 (Detectron2 adds the half again). A point outside is 0, 0, 0.
/// - Skeletons count points from 1.
/// - Only classes of things are listed; stuff belongs to the panoptic format.
public final class CocoWriter extends FolderWriter {

    private final Segmentation segmentation;
    private final Map<Split, CocoFile> instances = new EnumMap<>(Split.class);
    private final Map<Split, CocoFile> keypoints = new EnumMap<>(Split.class);

    public CocoWriter(Segmentation segmentation) {
        this.segmentation = requireNonNull(segmentation, "segmentation is null");
    }

    @Override
    LabelFormat format() {
        return switch (segmentation) {
            case COMPRESSED_RUNS -> LabelFormat.COCO;
            case RUNS -> LabelFormat.COCO_RUNS;
            case POLYGONS -> LabelFormat.COCO_POLYGONS;
        };
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        Split split = frame.split();
        placeImage(frame, folder().resolve("images").resolve(split.folder()).resolve(frame.stem() + ".png"));
        CocoFile all = file(instances, split, "instances", things());
        all.image(frame);
        List<ClassInfo> pointed =
                things().stream().filter(c -> c.keypoints().isPresent()).toList();
        Optional<CocoFile> points =
                pointed.isEmpty() ? Optional.empty() : Optional.of(file(keypoints, split, "keypoints", pointed));
        if (points.isPresent()) {
            points.get().image(frame);
        }
        for (LabelledObject object : frame.objects()) {
            ClassInfo known = info().classOf(object.classId());
            if (known.kind() == ClassKind.STUFF) {
                skip("stuff");
            } else if (!object.isSeen()) {
                skip("unseen");
            } else {
                BinaryMask mask = frame.visibleMask(object);
                annotation(all.annotations(), frame, object, mask, false);
                took();
                if (known.keypoints().isPresent() && !object.keypoints().isEmpty()) {
                    annotation(points.orElseThrow().annotations(), frame, object, mask, true);
                }
            }
        }
    }

    @Override
    void finish() throws IOException {
        for (CocoFile file : instances.values()) {
            file.finish();
        }
        for (CocoFile file : keypoints.values()) {
            file.finish();
        }
    }

    private List<ClassInfo> things() {
        return info().classes().stream()
                .filter(c -> c.kind() == ClassKind.THING)
                .toList();
    }

    private CocoFile file(Map<Split, CocoFile> files, Split split, String name, List<ClassInfo> classes)
            throws IOException {
        CocoFile file = files.get(split);
        if (file == null) {
            Path path = folder().resolve("annotations").resolve(name + "_" + split.folder() + ".json");
            file = new CocoFile(path, info(), classes, format());
            files.put(split, file);
        }
        return file;
    }

    private void annotation(
            JsonGenerator json, LabelledFrame frame, LabelledObject object, BinaryMask mask, boolean withKeypoints)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", frame.annotationId(object));
        json.writeNumberField("image_id", frame.imageId());
        json.writeNumberField("category_id", object.classId());
        json.writeNumberField("iscrowd", object.crowd() ? 1 : 0);
        json.writeNumberField("area", object.pixels().visible());
        Json.numbers(
                json,
                "bbox",
                object.visibleBox().x(),
                object.visibleBox().y(),
                object.visibleBox().width(),
                object.visibleBox().height());
        segmentation(json, frame, object, mask, withKeypoints);
        if (withKeypoints) {
            CocoKeypoints.write(json, object.keypoints());
        }
        json.writeObjectFieldStart("attributes");
        json.writeStringField("id", object.id());
        json.writeNumberField("occlusion", object.pixels().occlusion());
        json.writeNumberField("truncation", object.pixels().truncation());
        json.writeEndObject();
        json.writeEndObject();
    }

    /// @param again whether the same mask was written to another file before
    private void segmentation(
            JsonGenerator json, LabelledFrame frame, LabelledObject object, BinaryMask mask, boolean again)
            throws IOException {
        // COCO's own readers take polygons for single objects only: crowds stay run lengths.
        if (segmentation == Segmentation.POLYGONS && !object.crowd()) {
            List<Outlines.Loop> loops =
                    Outlines.of(mask).stream().filter(loop -> loop.area() > 0).toList();
            if (!again) {
                measure("polygon IoU", CocoPolygons.overlap(mask, loops));
            }
            CocoPolygons.write(json, "segmentation", loops);
            return;
        }
        RunLengths runs = RunLengths.of(mask, frame.width(), frame.height());
        json.writeObjectFieldStart("segmentation");
        Json.numbers(json, "size", frame.height(), frame.width());
        if (segmentation == Segmentation.COMPRESSED_RUNS) {
            json.writeStringField("counts", runs.compressed());
        } else {
            json.writeFieldName("counts");
            json.writeArray(runs.counts(), 0, runs.counts().length);
        }
        json.writeEndObject();
    }
}
