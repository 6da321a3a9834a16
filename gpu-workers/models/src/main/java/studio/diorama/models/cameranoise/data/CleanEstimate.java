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
        float[] row = new float[3 * width];
        for (int frame = 0; frame < frames.count(); frame++) {
            cancellation.throwIfRequested();
            byte[] samples = frames.open(frame).samples();
            ShiftedRows registered = new ShiftedRows(
                    (y, codes) -> {
                        for (int i = 0; i < codes.length; i++) {
                            codes[i] = samples[codes.length * y + i] & 0xFF;
                        }
                    },
                    width,
                    height,
                    alignment.shifts().get(frame));
            for (int y = 0; y < height; y++) {
                registered.read(y, row);
                for (int i = 0; i < row.length; i++) {
                    mean[row.length * y + i] += row[i];
                }
            }
            progress.report("averaging", (frame + 1.0) / frames.count());
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.clamp(mean[i] / frames.count(), 0, 255);
        }
        return new CleanEstimate(alignment, mean, warnings(mean));
    }

    /// (partHeight × partWidth × 3) A part of the mean on a frame's own grid, 0 to 255.
    public float[] onGridOf(int frame, int left, int top, int partWidth, int partHeight) {
        int width = alignment.width();
        ShiftedRows moved = new ShiftedRows(
                (y, codes) -> System.arraycopy(mean, codes.length * y, codes, 0, codes.length),
                width,
                alignment.height(),
                alignment.shifts().get(frame).times(-1));
        float[] part = new float[3 * partWidth * partHeight];
        float[] row = new float[3 * width];
        for (int y = 0; y < partHeight; y++) {
            moved.read(top + y, row);
            for (int i = 0; i < 3 * partWidth; i++) {
                part[3 * partWidth * y + i] = Math.clamp(row[3 * left + i], 0f, 255f);
            }
        }
        return part;
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
