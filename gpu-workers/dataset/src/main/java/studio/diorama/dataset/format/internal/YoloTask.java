package studio.diorama.dataset.format.internal;

/// What a YOLO dataset trains for; each has lines of its own.
public enum YoloTask {
    /// Class and box.
    DETECT,
    /// Class and one polygon.
    SEGMENT,
    /// Class, box and keypoints.
    POSE,
    /// Class and the four corners of a turned box.
    OBB
}
