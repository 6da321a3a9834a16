package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

/// What a drawn frame must fulfil. What fails is drawn again, up to `tries` times.
///
/// @param noIntersection whether objects may not touch each other before physics
/// @param inView whether each object's centre must be inside the first camera's picture
/// @param minVisiblePixels a thing seen with fewer pixels, in every camera, is drawn again
/// @param minVisibility a thing seen with a smaller part of its pixels, in every camera, is drawn again; 0 to 1
/// @param tries how often an object is drawn before `onFail`
public record Constraints(
        boolean noIntersection, boolean inView, int minVisiblePixels, double minVisibility, int tries, OnFail onFail) {

    /// Anything goes.
    public static final Constraints NONE = new Constraints(false, false, 0, 0, 100, OnFail.DROP_OBJECT);

    public Constraints {
        requireNonNull(onFail, "onFail is null");
        if (minVisiblePixels < 0) {
            throw new IllegalArgumentException("Expected minVisiblePixels of at least 0, got " + minVisiblePixels);
        }
        if (!(minVisibility >= 0 && minVisibility <= 1)) {
            throw new IllegalArgumentException("Expected minVisibility from 0 to 1, got " + minVisibility);
        }
        if (tries < 1 || tries > 10_000) {
            throw new IllegalArgumentException("Expected 1 to 10000 tries, got " + tries);
        }
    }

    /// Whether a frame has to be rendered before one knows if it is good.
    public boolean needPixels() {
        return minVisiblePixels > 0 || minVisibility > 0;
    }

    /// What happens when no try was good.
    public enum OnFail {
        /// The frame goes on without the object.
        DROP_OBJECT,
        /// The frame fails, and the dataset with it.
        FAIL_FRAME
    }
}
