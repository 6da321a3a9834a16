package studio.diorama.dataset.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The file `report.json`: how right the labels of a dataset were measured to be.
///
/// @param format `diorama.report/1`
/// @param frames that were checked
/// @param failed how many of them failed
/// @param missing frames that are not there
/// @param acceptance part of drawn objects that were kept
/// @param identities what was measured, by identity
/// @param worstFrames the frames that failed, at most 100
/// @param merkleRoot SHA-256 over all frames' layer hashes: equal roots, equal labels
public record DatasetReport(
        String format,
        long frames,
        long failed,
        long missing,
        double acceptance,
        Map<String, Measured> identities,
        List<FailedFrame> worstFrames,
        String merkleRoot) {

    public static final String FORMAT = "diorama.report/1";

    /// A job with more failing frames than this has failed.
    public static final double MOST_FAILED = 0.005;

    public DatasetReport {
        requireNonNull(format, "format is null");
        identities = new TreeMap<>(identities);
        worstFrames = List.copyOf(worstFrames);
        requireNonNull(merkleRoot, "merkleRoot is null");
    }

    /// Whether every frame is there and right.
    public boolean passed() {
        return failed == 0 && missing == 0;
    }

    /// Whether more frames failed than a job may lose.
    public boolean tooManyFailed() {
        return failed + missing > MOST_FAILED * (frames + missing);
    }

    /// What was measured of one identity.
    ///
    /// @param words what it says
    /// @param limit the largest residual that passes
    /// @param unit of residuals
    /// @param frames in which it was measured
    /// @param failed in which it did not hold
    /// @param worst the largest residual
    /// @param histogram frames by the power of ten of their largest residual: `0`, `1e-7`, …
    public record Measured(
            String words,
            double limit,
            String unit,
            long frames,
            long failed,
            double worst,
            Map<String, Long> histogram) {

        public Measured {
            histogram = new TreeMap<>(histogram);
        }
    }

    /// A frame in which something did not hold.
    ///
    /// @param frame its number
    /// @param reason what, and by how much
    public record FailedFrame(long frame, String reason) {}
}
