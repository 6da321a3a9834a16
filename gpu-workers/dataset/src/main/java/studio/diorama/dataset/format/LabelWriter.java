package studio.diorama.dataset.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a dataset in one format, a frame at a time with flat memory: open, add each frame in the order of K, close.
///
/// Made by [LabelFormat#newWriter]. What it writes depends on the frames alone, not on how they were sharded. Used by
/// one thread.
public interface LabelWriter extends Closeable {

    /// Begins; called once.
    ///
    /// @param folder where the format's files go; made if it is not there
    /// @throws studio.diorama.common.DioramaException if the format cannot hold this dataset
    void open(Path folder, DatasetInfo info) throws IOException;

    /// Adds the next frame. Its image is hard-linked (or copied) to where the format wants it; its arrays are not kept.
    void add(LabelledFrame frame) throws IOException;

    /// Finishes the files. The export is complete only after it, with `diorama.json` in its folder; after a frame that
    /// could not be written there is none.
    @Override
    void close() throws IOException;

    /// What could not be told in the format and what was lost, so far.
    FormatReport report();
}
