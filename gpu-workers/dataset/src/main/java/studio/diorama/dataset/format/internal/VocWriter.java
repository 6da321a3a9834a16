package studio.diorama.dataset.format.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.PixelBox;

/// Pascal VOC: `JPEGImages/K.png`, `Annotations/K.xml`, `SegmentationClass/K.png`, `SegmentationObject/K.png`,
/// `ImageSets/Main/SPLIT.txt`.
///
/// Where VOC differs from Diorama:
/// - Boxes are pixel indices from 1, both ends included: xmin = x + 1, xmax = x + w.
/// - Masks hold class ids, and numbers of objects in the order of the XML file. There is no rim of 255 around objects:
///   the edges are known.
/// - `truncated` from 15 % outside the image, `occluded` from 5 % hidden, `difficult` below 10 % visible.
/// - Class ids end at 254 and so do objects in a mask; an object beyond that keeps its box.
public final class VocWriter extends FolderWriter {

    private static final int MOST = 254;

    private SplitLists lists;

    @Override
    LabelFormat format() {
        return LabelFormat.VOC;
    }

    @Override
    void begin() throws IOException {
        for (ClassInfo known : info().classes()) {
            if (known.id() > MOST) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "Pascal VOC holds class ids up to %d, but %s has %d; give it a smaller id or leave voc out."
                                .formatted(MOST, known.name(), known.id()));
            }
        }
        lists = new SplitLists(folder().resolve("ImageSets").resolve("Main"));
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        placeImage(frame, folder().resolve("JPEGImages").resolve(frame.stem() + ".png"));
        lists.add(frame);
        StringBuilder xml = new StringBuilder("<annotation>\n");
        xml.append("  <folder>").append(Xml.escaped(info().name())).append("</folder>\n");
        xml.append("  <filename>").append(frame.stem()).append(".png</filename>\n");
        xml.append("  <size><width>%d</width><height>%d</height><depth>3</depth></size>\n"
                .formatted(frame.width(), frame.height()));
        xml.append("  <segmented>1</segmented>\n");
        int[] numbers = new int[65_536];
        int count = 0;
        for (LabelledObject object : frame.objects()) {
            ClassInfo known = info().classOf(object.classId());
            if (known.kind() == ClassKind.STUFF) {
                skip("stuff");
            } else if (!object.isSeen()) {
                skip("unseen");
            } else {
                append(xml, object, known);
                took();
                count++;
                if (count <= MOST) {
                    numbers[object.instance()] = count;
                } else {
                    skip("mask beyond the 254th object");
                }
            }
        }
        Path annotations = Files.createDirectories(folder().resolve("Annotations"));
        Files.writeString(annotations.resolve(frame.stem() + ".xml"), xml.append("</annotation>\n"));
        masks(frame, numbers);
    }

    @Override
    void finish() throws IOException {
        lists.close();
    }

    private void append(StringBuilder xml, LabelledObject object, ClassInfo known) {
        PixelBox box = object.visibleBox();
        xml.append("  <object>\n    <name>")
                .append(Xml.escaped(known.nameIn(LabelFormat.VOC)))
                .append("</name>\n    <pose>Unspecified</pose>\n");
        xml.append("    <truncated>%d</truncated>\n    <occluded>%d</occluded>\n    <difficult>%d</difficult>\n"
                .formatted(
                        object.pixels().truncation() >= 0.15 ? 1 : 0,
                        object.pixels().occlusion() >= 0.05 ? 1 : 0,
                        object.pixels().visibleFraction() < 0.1 ? 1 : 0));
        xml.append("    <bndbox><xmin>%d</xmin><ymin>%d</ymin><xmax>%d</xmax><ymax>%d</ymax></bndbox>\n  </object>\n"
                .formatted((int) box.x() + 1, (int) box.y() + 1, (int) box.right(), (int) box.bottom()));
    }

    private void masks(LabelledFrame frame, int[] numbers) throws IOException {
        byte[] classes = new byte[frame.classes().length];
        byte[] objects = new byte[frame.classes().length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) frame.classes()[i];
            objects[i] = (byte) numbers[frame.instances()[i]];
        }
        save("SegmentationClass", frame, classes, Colours.ofClasses(info()));
        save("SegmentationObject", frame, objects, Colours.DISTINCT);
    }

    private void save(String name, LabelledFrame frame, byte[] indices, int[] colours) throws IOException {
        Path masks = Files.createDirectories(folder().resolve(name));
        FastPng.save(
                FastPng.indexed8(frame.width(), frame.height(), indices, colours),
                masks.resolve(frame.stem() + ".png"));
    }
}
