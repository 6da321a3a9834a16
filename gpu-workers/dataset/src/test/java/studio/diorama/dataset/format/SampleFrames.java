package studio.diorama.dataset.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sample dataset for tests in other packages.
public final class SampleFrames {

    private SampleFrames() {}

    /// The first frames, all for training.
    public static List<LabelledFrame> training(Path folder, int count) throws IOException {
        List<LabelledFrame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(SampleDataset.frame(i, Split.TRAIN, folder));
        }
        return frames;
    }

    public static DatasetInfo info() {
        return SampleDataset.info();
    }
}
