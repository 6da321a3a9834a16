package studio.diorama.models.cameranoise.data;

import java.util.Arrays;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Whether a frame differs from the clean picture by noise alone.
///
/// Blocks of 8 × 8 pixels average most noise away. How much is left is measured in the frame itself, for blocks of like
/// brightness together and robustly; a block far beyond that shows something else than the scene. A camera that turned
/// shifts the picture's ninths by different amounts.
final class FrameCheck {

    private static final int BLOCK = 8;
    private static final int BRIGHTNESS_BINS = 8;
    private static final double MANY_DEVIATIONS = 6;
    private static final double LEAST_CODES = 4;
    private static final double MOST_MOVED_BLOCKS = 0.005;
    private static final int FEWEST_MOVED_BLOCKS = 3;
    private static final double MOST_FLICKER_CODES = 3;
    private static final double MOST_LOCAL_SHIFT = 0.5;
    private static final double KNOWN_SHIFT = 0.08;
    private static final int SMALLEST_PART = 64;

    private FrameCheck() {}

    /// What is wrong with a frame. A frame with a fault spoils the clean picture and so shows in its neighbours too:
    /// the worst fault of a burst is the one to name.
    ///
    /// @param codes about how far off it is, in 8-bit codes
    /// @param message names the frame
    record Fault(double codes, String message) {

        DioramaException refusal() {
            return new DioramaException(ErrorCode.INVALID_INPUT, message);
        }
    }

    /// @param name of the frame
    /// @param clean brightness of the clean picture on the frame's grid
    /// @param frame its brightness
    static Optional<Fault> fault(String name, Plane clean, Plane frame) {
        return movement(name, clean, frame).or(() -> unevenShift(name, clean, frame));
    }

    private static Optional<Fault> movement(String name, Plane clean, Plane frame) {
        int columns = clean.width() / BLOCK;
        int rows = clean.height() / BLOCK;
        float[] residuals = new float[columns * rows];
        int[] bins = new int[residuals.length];
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                float bright = mean(clean, column * BLOCK, row * BLOCK);
                residuals[i] = mean(frame, column * BLOCK, row * BLOCK) - bright;
                bins[i] = Math.clamp((int) (bright * BRIGHTNESS_BINS / 256), 0, BRIGHTNESS_BINS - 1);
            }
        }
        float flicker = median(residuals.clone());
        if (Math.abs(flicker) > MOST_FLICKER_CODES) {
            return Optional.of(new Fault(
                    Math.abs(flicker),
                    "%s differs in brightness from its burst by %.1f codes; at most %.0f are taken. Use steady light and manual exposure."
                            .formatted(name, flicker, MOST_FLICKER_CODES)));
        }
        double[] bounds = bounds(residuals, bins, flicker);
        int moved = 0;
        int worst = 0;
        for (int i = 0; i < residuals.length; i++) {
            if (Math.abs(residuals[i] - flicker) > bounds[bins[i]]) {
                moved++;
                worst = Math.abs(residuals[i] - flicker) > Math.abs(residuals[worst] - flicker) ? i : worst;
            }
        }
        if (moved >= FEWEST_MOVED_BLOCKS && moved > MOST_MOVED_BLOCKS * residuals.length) {
            return Optional.of(new Fault(
                    Math.abs(residuals[worst] - flicker),
                    "Something moves in %s: %.1f %% of it differs from the burst by more than noise, most at pixel (%d, %d). Use a static scene, or leave this frame out."
                            .formatted(
                                    name,
                                    100.0 * moved / residuals.length,
                                    worst % columns * BLOCK,
                                    worst / columns * BLOCK)));
        }
        return Optional.empty();
    }

    private static double[] bounds(float[] residuals, int[] bins, float flicker) {
        double[] bounds = new double[BRIGHTNESS_BINS];
        for (int bin = 0; bin < BRIGHTNESS_BINS; bin++) {
            float[] magnitudes = new float[residuals.length];
            int count = 0;
            for (int i = 0; i < residuals.length; i++) {
                if (bins[i] == bin) {
                    magnitudes[count++] = Math.abs(residuals[i] - flicker);
                }
            }
            double deviation = count == 0 ? 0 : 1.4826 * median(Arrays.copyOf(magnitudes, count));
            bounds[bin] = Math.max(LEAST_CODES, MANY_DEVIATIONS * deviation);
        }
        return bounds;
    }

    private static Optional<Fault> unevenShift(String name, Plane clean, Plane frame) {
        int width = clean.width() / 3;
        int height = clean.height() / 3;
        if (Math.min(width, height) < SMALLEST_PART) {
            return Optional.empty();
        }
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                TranslationEstimate estimate = TranslationEstimate.between(
                        clean.part(column * width, row * height, width, height).pyramid(),
                        frame.part(column * width, row * height, width, height).pyramid());
                if (estimate.uncertainty() < KNOWN_SHIFT && estimate.shift().length() > MOST_LOCAL_SHIFT) {
                    return Optional.of(new Fault(
                            estimate.shift().length() * clean.steepness(),
                            ("%s does not fit its burst by a shift alone: around pixel (%d, %d) it is off by another %.1f"
                                            + " pixels. Use frames from a tripod, or leave this one out.")
                                    .formatted(
                                            name,
                                            column * width + width / 2,
                                            row * height + height / 2,
                                            estimate.shift().length())));
                }
            }
        }
        return Optional.empty();
    }

    private static float mean(Plane plane, int left, int top) {
        float sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                sum += plane.at(x, y);
            }
        }
        return sum / (BLOCK * BLOCK);
    }

    private static float median(float[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
