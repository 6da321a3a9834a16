package studio.diorama.imaging.internal;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The sentences with which a file is turned away: what was expected, what came, what to do.
final class Refusal {

    private static final String ACCEPTED = "PNG, JPEG, WebP or TIFF";

    private Refusal() {}

    static DioramaException truncated() {
        return invalid("The file ends before the picture does. Send it again in full.");
    }

    static DioramaException damaged(String what) {
        return invalid("The file is damaged: %s. Open it in a picture editor and save it anew.".formatted(what));
    }

    static DioramaException damaged(String what, Throwable cause) {
        DioramaException refusal = damaged(what);
        refusal.initCause(cause);
        return refusal;
    }

    static DioramaException overLimit(String limit, String expected, String came) {
        return invalid("Over the limit \"%s\": at most %s expected, got %s. Send a smaller picture."
                .formatted(limit, expected, came));
    }

    static DioramaException severalFrames(String what, int maxFrames) {
        return invalid("A still picture with at most %d frame%s expected, got %s. Save one frame as %s and send that."
                .formatted(maxFrames, maxFrames == 1 ? "" : "s", what, ACCEPTED));
    }

    static DioramaException variant(String what) {
        return invalid("%s cannot be taken. Save the picture as a usual %s and send that.".formatted(what, ACCEPTED));
    }

    static DioramaException notAPicture(String looksLike) {
        return new DioramaException(
                ErrorCode.UNSUPPORTED_MEDIA,
                "A picture as %s expected, got %s, whatever its name says. Save it as one of these and send that."
                        .formatted(ACCEPTED, looksLike));
    }

    private static DioramaException invalid(String message) {
        return new DioramaException(ErrorCode.INVALID_INPUT, message);
    }
}
