package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.common.Cancellation;
import studio.diorama.dataset.format.FormatReport;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelWriter;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.sampling.SplitPlan;

/// Writes published frames in label formats, in the order of frames; the same dataset gives the same exports however
/// it was rendered.
final class DatasetExport {

    private final DatasetFolder folder;
    private final LabelledFrames frames;
    private final SplitPlan splits;

    DatasetExport(DatasetFolder folder, LabelledFrames frames, SplitPlan splits) {
        this.folder = requireNonNull(folder, "folder is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.splits = requireNonNull(splits, "splits is null");
    }

    /// @param count frames of the dataset; those that are not there are left out
    Map<String, FormatReport> write(List<LabelFormat> formats, long count, Cancellation cancellation)
            throws IOException {
        Map<String, FormatReport> reports = new TreeMap<>();
        List<LabelWriter> writers = new ArrayList<>();
        try {
            for (LabelFormat format : formats) {
                Path target = folder.exports().resolve(format.key());
                FramePublisher.delete(target);
                Files.createDirectories(target);
                LabelWriter writer = format.newWriter();
                writers.add(writer);
                writer.open(target, frames.info());
            }
            for (long k = 0; k < count; k++) {
                cancellation.throwIfRequested();
                if (folder.hasFrame(k)) {
                    add(writers, k);
                }
            }
        } finally {
            closeAll(writers);
        }
        for (int i = 0; i < formats.size(); i++) {
            reports.put(formats.get(i).key(), writers.get(i).report());
        }
        return reports;
    }

    private void add(List<LabelWriter> writers, long frame) throws IOException {
        FrameRecord record = folder.readFrame(frame);
        for (int camera = 0; camera < record.cameras().size(); camera++) {
            long image = frame * record.cameras().size() + camera;
            LabelledFrame labelled =
                    frames.read(folder.frame(frame), record, record.cameras().get(camera), image, splits.of(frame));
            for (LabelWriter writer : writers) {
                writer.add(labelled);
            }
        }
    }

    private static void closeAll(List<LabelWriter> writers) throws IOException {
        IOException first = null;
        for (LabelWriter writer : writers) {
            try {
                writer.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
