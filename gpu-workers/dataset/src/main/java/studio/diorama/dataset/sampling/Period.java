package studio.diorama.dataset.sampling;

/// How long a drawn value stays.
public enum Period {
    /// A new draw for each frame.
    FRAME,
    /// One draw for all frames of a clip; without clips each frame is a clip.
    CLIP,
    /// One draw for the whole dataset.
    DATASET
}
