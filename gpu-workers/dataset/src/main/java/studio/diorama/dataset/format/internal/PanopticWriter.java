package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.Split;

/// COCO panoptic: `images/SPLIT/K.png`, `annotations/panoptic_SPLIT.json`, `annotations/panoptic_SPLIT/K.png`.
///
/// Where it differs from Diorama:
/// - A segment's id is the pixel's colour, R + 256·G + 65536·B, in a PNG without alpha; the JSON file lists the same
///   ids. Things have their instance, stuff has 65536 + class, 0 is void.
/// - All stuff of a class is one segment, whatever objects it is made of.
/// - Things that the weather hides are void: nobody could tell them.
public final class PanopticWriter extends FolderWriter {

    private static final int STUFF = 65_536;

    /// A segment's id, class and, as they are counted, its pixels.
    private static final class Segment {
        private final int id;
        private final int classId;
        private final boolean crowd;
        private long area;
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;

        private Segment(int id, int classId, boolean crowd) {
            this.id = id;
            this.classId = classId;
            this.crowd = crowd;
        }

        private void count(int x, int y) {
            area++;
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }
    }

    private final Map<Split, CocoFile> files = new EnumMap<>(Split.class);

    @Override
    LabelFormat format() {
        return LabelFormat.COCO_PANOPTIC;
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        String split = frame.split().folder();
        placeImage(frame, folder().resolve("images").resolve(split).resolve(frame.stem() + ".png"));
        Path annotations = folder().resolve("annotations");
        CocoFile file = files.get(frame.split());
        if (file == null) {
            file = new CocoFile(annotations.resolve("panoptic_" + split + ".json"), info(), info().classes(), format());
            files.put(frame.split(), file);
        }
        Segment[] things = things(frame);
        Segment[] stuff = stuff();
        Path masks = Files.createDirectories(annotations.resolve("panoptic_" + split));
        FastPng.save(
                FastPng.map8(frame.width(), frame.height(), paint(frame, things, stuff)),
                masks.resolve(frame.stem() + ".png"));
        file.image(frame);
        annotation(file.annotations(), frame, List.of(things, stuff));
    }

    @Override
    void finish() throws IOException {
        for (CocoFile file : files.values()) {
            file.finish();
        }
    }

    private Segment[] things(LabelledFrame frame) {
        Segment[] things = new Segment[65_536];
        for (LabelledObject object : frame.objects()) {
            ClassInfo known = info().classOf(object.classId());
            if (known.kind() == ClassKind.THING) {
                if (object.isSeen()) {
                    things[object.instance()] = new Segment(object.instance(), object.classId(), object.crowd());
                    took();
                } else {
                    skip("unseen");
                }
            }
        }
        return things;
    }

    private Segment[] stuff() {
        Segment[] stuff = new Segment[65_536];
        for (ClassInfo known : info().classes()) {
            if (known.kind() == ClassKind.STUFF) {
                stuff[known.id()] = new Segment(STUFF + known.id(), known.id(), false);
            }
        }
        return stuff;
    }

    private static byte[] paint(LabelledFrame frame, Segment[] things, Segment[] stuff) {
        byte[] colours = new byte[3 * frame.instances().length];
        for (int y = 0, i = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++, i++) {
                Segment segment = stuff[frame.classes()[i]];
                segment = segment == null ? things[frame.instances()[i]] : segment;
                if (segment != null) {
                    segment.count(x, y);
                    colours[3 * i] = (byte) segment.id;
                    colours[3 * i + 1] = (byte) (segment.id >> 8);
                    colours[3 * i + 2] = (byte) (segment.id >> 16);
                }
            }
        }
        return colours;
    }

    private static void annotation(JsonGenerator json, LabelledFrame frame, List<Segment[]> kinds) throws IOException {
        json.writeStartObject();
        json.writeNumberField("image_id", frame.imageId());
        json.writeStringField("file_name", frame.stem() + ".png");
        json.writeArrayFieldStart("segments_info");
        for (Segment[] segments : kinds) {
            for (Segment segment : segments) {
                if (segment != null && segment.area > 0) {
                    segment(json, segment);
                }
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void segment(JsonGenerator json, Segment segment) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", segment.id);
        json.writeNumberField("category_id", segment.classId);
        json.writeNumberField("area", segment.area);
        Json.numbers(
                json,
                "bbox",
                segment.left,
                segment.top,
                segment.right - segment.left + 1,
                segment.bottom - segment.top + 1);
        json.writeNumberField("iscrowd", segment.crowd ? 1 : 0);
        json.writeEndObject();
    }
}
