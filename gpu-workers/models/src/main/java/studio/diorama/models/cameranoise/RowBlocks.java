package studio.diorama.models.cameranoise;

import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;

/// Runs work over the rows of a picture in blocks of 64, on one thread or several, stopping soon after a cancellation.
final class RowBlocks {

    private static final int ROWS = 64;

    private RowBlocks() {}

    /// Work on rows `first` (included) to `end` (excluded); blocks must not depend on each other.
    @FunctionalInterface
    interface Block {
        void run(int first, int end);
    }

    static void run(
            int height, int threads, Cancellation cancellation, ProgressSink progress, String stage, Block block) {
        int blocks = (height + ROWS - 1) / ROWS;
        ParallelBlocks.run(
                blocks,
                threads,
                cancellation,
                progress,
                stage,
                index -> block.run(index * ROWS, Math.min(height, (index + 1) * ROWS)));
    }
}
