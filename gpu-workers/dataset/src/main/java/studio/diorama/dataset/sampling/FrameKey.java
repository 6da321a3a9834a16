package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import studio.diorama.common.Seed;

/// Which frame of which dataset is drawn.
///
/// @param seed the dataset's seed; 0 is as good as any
/// @param frame counted from 0
/// @param frames how many frames the dataset has: quotas of stratified choices are met over all of them
/// @param clipFrames frames of one clip; 1 where the scene has no clips
public record FrameKey(Seed seed, long frame, long frames, int clipFrames) {

    public FrameKey {
        requireNonNull(seed, "seed is null");
        if (frame < 0 || frame >= frames) {
            throw new IllegalArgumentException("Expected a frame below %d, got %d".formatted(frames, frame));
        }
        if (clipFrames < 1) {
            throw new IllegalArgumentException("Expected clips of at least 1 frame, got " + clipFrames);
        }
    }

    /// The clip this frame belongs to, counted from 0.
    public long clip() {
        return frame / clipFrames;
    }

    /// This frame's place within its clip.
    public int frameInClip() {
        return (int) (frame % clipFrames);
    }

    private long clips() {
        return (frames + clipFrames - 1) / clipFrames;
    }

    /// The first part of a draw's path.
    String prefix(Period period) {
        return switch (period) {
            case FRAME -> "frame/" + frame;
            case CLIP -> clipFrames == 1 ? "frame/" + frame : "clip/" + clip();
            case DATASET -> "dataset";
        };
    }

    long index(Period period) {
        return switch (period) {
            case FRAME -> frame;
            case CLIP -> clip();
            case DATASET -> 0;
        };
    }

    long count(Period period) {
        return switch (period) {
            case FRAME -> frames;
            case CLIP -> clips();
            case DATASET -> 1;
        };
    }
}
