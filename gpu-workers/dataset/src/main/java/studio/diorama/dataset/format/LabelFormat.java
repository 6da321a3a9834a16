package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.format.internal.BopWriter;
import studio.diorama.dataset.format.internal.CityscapesWriter;
import studio.diorama.dataset.format.internal.CocoWriter;
import studio.diorama.dataset.format.internal.KittiWriter;
import studio.diorama.dataset.format.internal.PanopticWriter;
import studio.diorama.dataset.format.internal.Segmentation;
import studio.diorama.dataset.format.internal.VocWriter;
import studio.diorama.dataset.format.internal.WebDatasetWriter;
import studio.diorama.dataset.format.internal.YoloTask;
import studio.diorama.dataset.format.internal.YoloWriter;

/// The formats that a dataset can be exported in. To add one, write its [LabelWriter] and list it here.
public enum LabelFormat {
    /// COCO's instances and keypoints, masks as compressed run lengths.
    COCO("coco", "COCO", () -> new CocoWriter(Segmentation.COMPRESSED_RUNS)),
    /// COCO with run lengths as lists of numbers, for readers that know no compressed ones.
    COCO_RUNS("coco-runs", "COCO, run lengths as lists", () -> new CocoWriter(Segmentation.RUNS)),
    /// COCO with polygons, which cannot hold holes.
    COCO_POLYGONS("coco-polygons", "COCO, polygons", () -> new CocoWriter(Segmentation.POLYGONS)),
    /// COCO's panoptic masks.
    COCO_PANOPTIC("coco-panoptic", "COCO panoptic", PanopticWriter::new),
    /// YOLO's boxes.
    YOLO("yolo", "YOLO detect", () -> new YoloWriter(YoloTask.DETECT)),
    /// YOLO's polygons.
    YOLO_SEGMENT("yolo-segment", "YOLO segment", () -> new YoloWriter(YoloTask.SEGMENT)),
    /// YOLO's boxes with keypoints.
    YOLO_POSE("yolo-pose", "YOLO pose", () -> new YoloWriter(YoloTask.POSE)),
    /// YOLO's turned boxes.
    YOLO_OBB("yolo-obb", "YOLO oriented boxes", () -> new YoloWriter(YoloTask.OBB)),
    /// Pascal VOC's boxes and masks.
    VOC("voc", "Pascal VOC", VocWriter::new),
    /// KITTI's boxes in the image and in space; depth too if that layer is there.
    KITTI("kitti", "KITTI", KittiWriter::new),
    /// BOP's object poses.
    BOP("bop", "BOP", BopWriter::new, LabelInput.DEPTH, LabelInput.AMODAL, LabelInput.MODELS),
    /// Cityscapes' layout of label and instance ids.
    CITYSCAPES("cityscapes", "Cityscapes-like", CityscapesWriter::new),
    /// Tar shards of images, ids, depth and all that is known of each object.
    WEBDATASET("webdataset", "WebDataset", WebDatasetWriter::new);

    private final String key;
    private final String title;
    private final Supplier<LabelWriter> writers;
    private final Set<LabelInput> needs;

    LabelFormat(String key, String title, Supplier<LabelWriter> writers, LabelInput... needs) {
        this.key = key;
        this.title = title;
        this.writers = writers;
        this.needs = Set.of(needs);
    }

    /// Its name in requests, on the command line, in class names per format and as a folder: `coco`.
    public String key() {
        return key;
    }

    /// Its name for people.
    public String title() {
        return title;
    }

    /// What frames must bring besides colour, instances and classes.
    public Set<LabelInput> needs() {
        return needs;
    }

    /// A new writer, not yet open.
    public LabelWriter newWriter() {
        return writers.get();
    }

    /// The format with a key.
    ///
    /// @throws DioramaException if there is none; the message lists those that there are
    public static LabelFormat named(String key) {
        requireNonNull(key, "key is null");
        return Arrays.stream(values())
                .filter(format -> format.key.equals(key))
                .findAny()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "There is no label format \"%s\"; choose from %s."
                                .formatted(
                                        key,
                                        Arrays.stream(values())
                                                .map(LabelFormat::key)
                                                .collect(Collectors.joining(", ")))));
    }

    /// Checks before anything is rendered that a dataset brings what this format needs.
    ///
    /// @throws DioramaException naming what is missing and what to do
    public void requireInputs(Set<LabelInput> present) {
        for (LabelInput need : needs) {
            if (!present.contains(need)) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The format \"%s\" needs %s, which this dataset does not have; add it or leave the format out."
                                .formatted(key, need.words()));
            }
        }
    }
}
