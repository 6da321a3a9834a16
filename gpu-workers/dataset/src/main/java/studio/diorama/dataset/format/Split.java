package studio.diorama.dataset.format;

import java.util.Locale;

/// The part of a dataset that a frame belongs to.
public enum Split {
    TRAIN,
    VAL,
    TEST;

    /// The name in file paths: `train`, `val`, `test`.
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
