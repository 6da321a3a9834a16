package studio.diorama.dataset.format.internal;

/// How COCO's masks are written.
public enum Segmentation {
    /// Run lengths packed into a string, as pycocotools does.
    COMPRESSED_RUNS,
    /// Run lengths as a list.
    RUNS,
    /// Outlines; holes are lost.
    POLYGONS
}
