package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;

/// Cityscapes' layout with the dataset's own classes: `leftImg8bit/SPLIT/diorama/*_leftImg8bit.png`,
/// `gtFine/SPLIT/diorama/*_gtFine_{labelIds, instanceIds}.png`, `labels.json`.
///
/// Where it differs from Diorama:
/// - A name is city, sequence and frame: `diorama_000000_K`.
/// - labelIds are class ids in 8 bits; instanceIds are class · 1000 + n in 16 bits, n from 0 within the class and the
///   image, and the class alone for stuff, crowds and whatever comes after the thousandth.
/// - Things that the weather hides are 0, as is void.
/// - So a class of things has an id of at most 64, any other of at most 255.
public final class CityscapesWriter extends FolderWriter {

    private static final int PER_CLASS = 1000;
    private static final int LARGEST_THING = 64;

    @Override
    LabelFormat format() {
        return LabelFormat.CITYSCAPES;
    }

    @Override
    void begin() throws IOException {
        for (ClassInfo known : info().classes()) {
            int largest = known.kind() == ClassKind.THING ? LARGEST_THING : 255;
            if (known.id() > largest) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "Cityscapes holds ids up to %d for a class like %s, which has %d; number it lower."
                                .formatted(largest, known.name(), known.id()));
            }
        }
        try (JsonGenerator json = Json.write(folder().resolve("labels.json"))) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (ClassInfo known : info().classes()) {
                json.writeStartObject();
                json.writeNumberField("id", known.id());
                json.writeStringField("name", known.nameIn(format()));
                json.writeStringField("category", known.parent().isEmpty() ? known.name() : known.parent());
                json.writeBooleanField("hasInstances", known.kind() == ClassKind.THING);
                Json.numbers(json, "color", known.colour() >> 16, known.colour() >> 8 & 0xFF, known.colour() & 0xFF);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        String name = "diorama_000000_" + frame.stem();
        Path images = Path.of("leftImg8bit", frame.split().folder(), "diorama");
        placeImage(frame, folder().resolve(images).resolve(name + "_leftImg8bit.png"));
        int[] ofInstance = instanceIds(frame);
        boolean[] stuff = new boolean[65_536];
        info().classes().forEach(known -> stuff[known.id()] = known.kind() == ClassKind.STUFF);
        byte[] labels = new byte[frame.classes().length];
        short[] instances = new short[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int known = frame.classes()[i];
            int id = stuff[known] ? known : ofInstance[frame.instances()[i]];
            instances[i] = (short) id;
            labels[i] = (byte) (id == 0 ? 0 : known);
        }
        Path truth = Files.createDirectories(
                folder().resolve(Path.of("gtFine", frame.split().folder(), "diorama")));
        FastPng.save(
                FastPng.grey8(frame.width(), frame.height(), labels), truth.resolve(name + "_gtFine_labelIds.png"));
        FastPng.save(
                FastPng.grey16(frame.width(), frame.height(), instances),
                truth.resolve(name + "_gtFine_instanceIds.png"));
    }

    private int[] instanceIds(LabelledFrame frame) {
        int[] ids = new int[65_536];
        Map<Integer, Integer> counts = new HashMap<>();
        for (LabelledObject object : frame.objects()) {
            if (info().classOf(object.classId()).kind() == ClassKind.STUFF) {
                continue;
            }
            if (!object.isSeen()) {
                skip("unseen");
                continue;
            }
            int n = object.crowd() ? PER_CLASS : counts.merge(object.classId(), 1, Integer::sum) - 1;
            ids[object.instance()] = n < PER_CLASS ? object.classId() * PER_CLASS + n : object.classId();
            took();
        }
        return ids;
    }
}
