package studio.diorama.dataset.file.internal;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Why a file is not taken, in words.
public final class Refusals {

    private Refusals() {}

    /// Not of this kind, or of a kind of it that is not read.
    public static DioramaException unsupported(String file, String expected, String got) {
        return new DioramaException(
                ErrorCode.UNSUPPORTED_MEDIA,
                "%s: %s expected, got %s. Convert the file and try again.".formatted(file, expected, got));
    }

    /// Of this kind, but broken.
    public static DioramaException damaged(String file, String what) {
        return new DioramaException(
                ErrorCode.DAMAGED, "%s is damaged: %s. Fetch or render it again.".formatted(file, what));
    }
}
