package studio.diorama.dataset.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.run.DatasetFolder;

/// Checks a published folder, frame after frame.
public final class DatasetCheck {

    private final DatasetFolder folder;
    private final FrameCheck check;

    public DatasetCheck(DatasetFolder folder, SceneAssets assets) {
        this.folder = requireNonNull(folder, "folder is null");
        this.check = new FrameCheck(assets);
    }

    /// @param frames how many there should be
    /// @throws studio.diorama.common.DioramaException where a file is damaged
    public DatasetReport check(long frames, ProgressSink progress, Cancellation cancellation) {
        ReportBuilder report = new ReportBuilder();
        for (long k = 0; k < frames; k++) {
            cancellation.throwIfRequested();
            progress.report("Checking labels", (double) k / frames);
            if (folder.hasFrame(k)) {
                report.add(folder.readFrame(k), check(k));
            } else {
                report.addMissing(k, "not there");
            }
        }
        progress.report("Checking labels", 1);
        return report.build();
    }

    private Residuals check(long frame) {
        try {
            FrameRecord record = folder.readFrame(frame);
            return check.check(folder.frame(frame), record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
