package studio.diorama.dataset.format.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.format.BinaryMask;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.Split;

/// YOLO as Ultralytics reads it: `images/SPLIT/K.png`, `labels/SPLIT/K.txt` with a line per object, `data.yaml`.
///
/// Where YOLO differs from Diorama:
/// - Classes are counted from 0 without gaps: things in the order of their ids.
/// - All places are divided by the image's width and height, 0 to 1; our pixel edges are kept, so 1 is the right edge.
/// - A box is its centre and its size.
/// - `segment` has one polygon a line and no box: parts and holes are joined by bridges ([Bridges]). What that costs is
///   reported, both for the polygon itself and for OpenCV's `fillPoly`, which trainers use and which also draws the
///   line: a pixel more on the right, below and along bridges.
/// - `pose` has one number of keypoints for the whole dataset (`kpt_shape`); `flip_idx` says what a mirror swaps.
/// - `obb` is the rectangle of least area around the mask. Corners beyond the image are clamped to it, which skews such
///   a rectangle; how often is reported.
/// - A frame without objects has an empty file.
public final class YoloWriter extends FolderWriter {

    private static final int DIGITS = 8;

    private final YoloTask task;
    private final Set<Split> splits = EnumSet.noneOf(Split.class);
    private List<ClassInfo> classes = List.of();

    public YoloWriter(YoloTask task) {
        this.task = requireNonNull(task, "task is null");
    }

    @Override
    LabelFormat format() {
        return switch (task) {
            case DETECT -> LabelFormat.YOLO;
            case SEGMENT -> LabelFormat.YOLO_SEGMENT;
            case POSE -> LabelFormat.YOLO_POSE;
            case OBB -> LabelFormat.YOLO_OBB;
        };
    }

    @Override
    void begin() {
        classes = info().classes().stream()
                .filter(c -> c.kind() == ClassKind.THING)
                .filter(c -> task != YoloTask.POSE || c.keypoints().isPresent())
                .toList();
        if (task == YoloTask.POSE) {
            List<Integer> flips = classes.stream()
                    .flatMap(c -> c.keypoints().orElseThrow().flip().stream())
                    .toList();
            long schemas = classes.stream()
                    .map(c -> c.keypoints().orElseThrow().flip())
                    .distinct()
                    .count();
            if (schemas != 1) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "YOLO's pose format takes classes with the same number of keypoints and the same mirror pairs;"
                                + " this dataset has %d kinds (%d points in all). Export such classes one by one."
                                        .formatted(schemas, flips.size()));
            }
        }
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        String split = frame.split().folder();
        splits.add(frame.split());
        placeImage(frame, folder().resolve("images").resolve(split).resolve(frame.stem() + ".png"));
        StringBuilder lines = new StringBuilder();
        for (LabelledObject object : frame.objects()) {
            int index = classes.indexOf(info().classOf(object.classId()));
            if (index < 0) {
                skip(task == YoloTask.POSE ? "no keypoints" : "stuff");
            } else if (!object.isSeen()) {
                skip("unseen");
            } else if (object.crowd()) {
                skip("crowd");
            } else {
                lines.append(index).append(' ').append(values(frame, object)).append('\n');
                took();
            }
        }
        Path labels = folder().resolve("labels").resolve(split);
        Files.createDirectories(labels);
        Files.writeString(labels.resolve(frame.stem() + ".txt"), lines);
    }

    @Override
    void finish() throws IOException {
        StringBuilder yaml = new StringBuilder("# The folder of this file is the root of the dataset.\npath: .\n");
        for (Split split : Split.values()) {
            // Ultralytics insists on train and val; a missing one is named by the other.
            Split source = splits.contains(split) || splits.isEmpty()
                    ? split
                    : splits.iterator().next();
            if (split != Split.TEST || splits.contains(split)) {
                yaml.append("%s: images/%s\n".formatted(split.folder(), source.folder()));
            }
        }
        if (task == YoloTask.POSE) {
            List<Integer> flip = classes.getFirst().keypoints().orElseThrow().flip();
            yaml.append("kpt_shape: [%d, 3]\n".formatted(flip.size()));
            yaml.append("flip_idx: ").append(flip).append('\n');
        }
        yaml.append("names:\n");
        for (int i = 0; i < classes.size(); i++) {
            String name = classes.get(i).nameIn(format());
            yaml.append("  %d: \"%s\"\n".formatted(i, name.replace("\\", "\\\\").replace("\"", "\\\"")));
        }
        Files.writeString(folder().resolve("data.yaml"), yaml);
    }

    private String values(LabelledFrame frame, LabelledObject object) {
        return switch (task) {
            case DETECT -> box(frame, object);
            case POSE -> box(frame, object) + keypoints(frame, object);
            case SEGMENT -> polygon(frame, frame.visibleMask(object));
            case OBB -> corners(frame, frame.visibleMask(object));
        };
    }

    private static String box(LabelledFrame frame, LabelledObject object) {
        double width = frame.width();
        double height = frame.height();
        return Decimals.row(
                DIGITS,
                (object.visibleBox().x() + object.visibleBox().width() / 2) / width,
                (object.visibleBox().y() + object.visibleBox().height() / 2) / height,
                object.visibleBox().width() / width,
                object.visibleBox().height() / height);
    }

    private String keypoints(LabelledFrame frame, LabelledObject object) {
        int count = classes.getFirst().keypoints().orElseThrow().names().size();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            switch (i < object.keypoints().size() ? object.keypoints().get(i).visibility() : null) {
                case HIDDEN, SEEN -> {
                    points.append(' ')
                            .append(place(
                                    frame,
                                    object.keypoints().get(i).image().x(),
                                    object.keypoints().get(i).image().y()));
                    points.append(' ')
                            .append(object.keypoints().get(i).visibility().ordinal());
                }
                case OUTSIDE -> points.append(" 0 0 0");
                case null -> points.append(" 0 0 0");
            }
        }
        return points.toString();
    }

    private String polygon(LabelledFrame frame, BinaryMask mask) {
        Outlines.Loop joined = Bridges.join(Outlines.of(mask));
        PolygonFill exact = new PolygonFill(mask, frame.width(), frame.height());
        exact.add(joined);
        measure("polygon IoU", exact.overlap(mask));
        PolygonFill drawn = new PolygonFill(mask, frame.width(), frame.height());
        drawn.add(joined);
        drawn.stroke(joined);
        measure("polygon IoU as OpenCV draws it", drawn.overlap(mask));
        List<String> corners = new ArrayList<>(joined.size());
        for (int i = 0; i < joined.size(); i++) {
            corners.add(place(frame, joined.xs()[i], joined.ys()[i]));
        }
        return String.join(" ", corners);
    }

    private String corners(LabelledFrame frame, BinaryMask mask) {
        List<String> corners = new ArrayList<>(4);
        LeastRectangle rectangle = LeastRectangle.around(Outlines.of(mask));
        measure("share of rectangles clamped", rectangle.isInside(frame.width(), frame.height()) ? 0 : 1);
        for (int i = 0; i < 4; i++) {
            corners.add(place(frame, rectangle.xs()[i], rectangle.ys()[i]));
        }
        return String.join(" ", corners);
    }

    private static String place(LabelledFrame frame, double x, double y) {
        return Decimals.row(
                DIGITS,
                Math.clamp(x, 0, frame.width()) / frame.width(),
                Math.clamp(y, 0, frame.height()) / frame.height());
    }
}
