package studio.diorama.dataset.scene;

/// Frames that follow each other in time; values are drawn once a clip.
///
/// @param frames in one clip, 1 to 10,000
/// @param framesPerSecond how fast they follow
public record ClipRule(int frames, double framesPerSecond) {

    public ClipRule {
        if (frames < 1 || frames > 10_000) {
            throw new IllegalArgumentException("Expected 1 to 10000 frames in a clip, got " + frames);
        }
        if (!(framesPerSecond > 0 && framesPerSecond <= 100_000)) {
            throw new IllegalArgumentException(
                    "Expected framesPerSecond above 0 and at most 100000, got " + framesPerSecond);
        }
    }
}
