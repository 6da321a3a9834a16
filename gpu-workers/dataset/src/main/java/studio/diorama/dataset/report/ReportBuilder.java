package studio.diorama.dataset.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.report.DatasetReport.FailedFrame;
import studio.diorama.dataset.report.DatasetReport.Measured;

/// Gathers residuals frame by frame, in the order of frames, with flat memory.
public final class ReportBuilder {

    private static final int MOST_FAILED_LISTED = 100;

    private final Map<Identity, Tally> tallies = new EnumMap<>(Identity.class);
    private final List<FailedFrame> worst = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private long frames;
    private long failed;
    private long missing;
    private long kept;
    private long drawn;

    private static final class Tally {
        private final Map<String, Long> histogram = new TreeMap<>();
        private long frames;
        private long failed;
        private double worst;
    }

    /// A frame that was checked.
    public void add(FrameRecord record, Residuals residuals) {
        frames++;
        kept += record.frame().objects().size();
        drawn += record.frame().draws();
        digest.update("%d".formatted(record.frame().frame()).getBytes(StandardCharsets.UTF_8));
        record.cameras()
                .forEach(camera -> camera.layers()
                        .forEach((layer, hash) ->
                                digest.update((camera.id() + layer + hash).getBytes(StandardCharsets.UTF_8))));
        residuals.worst().forEach((identity, residual) -> {
            Tally tally = tallies.computeIfAbsent(identity, key -> new Tally());
            tally.frames++;
            tally.failed += identity.holds(residual) ? 0 : 1;
            // JSON knows no infinity.
            tally.worst = Math.max(tally.worst, Math.min(residual, Double.MAX_VALUE));
            tally.histogram.merge(decade(residual), 1L, Long::sum);
        });
        if (!residuals.hold()) {
            fail(record.frame().frame(), residuals.failures());
        }
    }

    /// A frame that was withheld or is not there.
    public void addMissing(long frame, String reason) {
        missing++;
        list(frame, reason);
    }

    private void fail(long frame, String reason) {
        failed++;
        list(frame, reason);
    }

    private void list(long frame, String reason) {
        if (worst.size() < MOST_FAILED_LISTED) {
            worst.add(new FailedFrame(frame, reason));
        }
    }

    private static String decade(double residual) {
        return residual <= 0
                ? "0"
                : Double.isInfinite(residual) ? "infinite" : "1e%d".formatted((int) Math.floor(Math.log10(residual)));
    }

    /// What there is so far; called once.
    public DatasetReport build() {
        Map<String, Measured> identities = new TreeMap<>();
        tallies.forEach((identity, tally) -> identities.put(
                identity.name().toLowerCase(java.util.Locale.ROOT),
                new Measured(
                        identity.words(),
                        identity.limit(),
                        identity.unit(),
                        tally.frames,
                        tally.failed,
                        tally.worst,
                        tally.histogram)));
        return new DatasetReport(
                DatasetReport.FORMAT,
                frames,
                failed,
                missing,
                drawn == 0 ? 1 : (double) kept / drawn,
                identities,
                worst,
                HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
