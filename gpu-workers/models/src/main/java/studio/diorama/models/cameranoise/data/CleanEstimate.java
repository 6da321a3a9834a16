package studio.diorama.models.cameranoise.data;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;

/// What a burst's scene looks like without noise: the mean of its registered frames.
///
/// The noisy frames themselves are never resampled where their noise counts; only the mean is moved onto the grid of
/// each frame. A frame takes part in its own mean of N frames: its residual keeps (1 − 1/N) of the noise's variance and
/// is uncorrelated with the mean, which a mean of the other frames alone would not be.
///
/// @param alignment of the frames
/// @param mean (height × width × 3) 8-bit codes with fractions, on the middle frame's grid; not copied
/// @param warnings sentences for a person
@SuppressWarnings("ArrayRecordComponent")
public record CleanEstimate(BurstAlignment alignment, float[] mean, List<String> warnings) {

    private static final int DARK = 8;
    private static final int BRIGHT = 247;
    private static final double WORTH_WARNING = 0.005;

    public CleanEstimate {
        warnings = List.copyOf(warnings);
    }

    /// Opens every frame once.
    public static CleanEstimate of(
            Frames frames, BurstAlignment alignment, Cancellation cancellation, ProgressSink progress) {
        int width = alignment.width();
        int height = alignment.height();
        float[] mean = new float[3 * width * height];
        float[] codes = new float[mean.length];
        for (int frame = 0; frame < frames.count(); frame++) {
            cancellation.throwIfRequested();
            byte[] samples = frames.open(frame).samples();
            for (int i = 0; i < codes.length; i++) {
                codes[i] = samples[i] & 0xFF;
            }
            float[] registered =
                    ShiftedPicture.of(codes, width, height, alignment.shifts().get(frame));
            for (int i = 0; i < mean.length; i++) {
                mean[i] += registered[i];
            }
            progress.report("averaging", (frame + 1.0) / frames.count());
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.clamp(mean[i] / frames.count(), 0, 255);
        }
        return new CleanEstimate(alignment, mean, warnings(mean));
    }

    /// (height × width × 3) The mean on a frame's own grid.
    public float[] onGridOf(int frame) {
        return ShiftedPicture.of(
                mean,
                alignment.width(),
                alignment.height(),
                alignment.shifts().get(frame).times(-1));
    }

    /// Clipped noise has another mean than the light it came from.
    private static List<String> warnings(float[] mean) {
        long dark = 0;
        long bright = 0;
        for (float code : mean) {
            if (code < DARK) {
                dark++;
            } else if (code > BRIGHT) {
                bright++;
            }
        }
        List<String> warnings = new ArrayList<>();
        warn(dark, mean.length, "below " + DARK, "too bright", warnings);
        warn(bright, mean.length, "above " + BRIGHT, "too dark", warnings);
        return warnings;
    }

    private static void warn(long count, int all, String where, String how, List<String> warnings) {
        if (count > WORTH_WARNING * all) {
            warnings.add(
                    ("%.1f %% of the clean samples are %s: noise was clipped there, so their mean is %s and the noise model is"
                                    + " biased for such samples.")
                            .formatted(100.0 * count / all, where, how));
        }
    }
}
