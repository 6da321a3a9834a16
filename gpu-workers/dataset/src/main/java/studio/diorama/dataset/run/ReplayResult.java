package studio.diorama.dataset.run;

import java.util.List;

/// Whether a frame came out the same again.
///
/// @param frame its number
/// @param sameValues whether drawing it again gives the values that were published
/// @param layers that were compared
/// @param different layers whose pixels differ, as `camera/layer`
/// @param sameDevice whether it was rendered by the same driver and device
public record ReplayResult(long frame, boolean sameValues, int layers, List<String> different, boolean sameDevice) {

    public ReplayResult {
        different = List.copyOf(different);
    }

    /// Whether values and pixels are the same.
    public boolean matches() {
        return sameValues && different.isEmpty();
    }
}
