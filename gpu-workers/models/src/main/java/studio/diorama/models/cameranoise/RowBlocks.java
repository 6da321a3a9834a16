package studio.diorama.models.cameranoise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
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
        AtomicInteger nextBlock = new AtomicInteger();
        int blocks = (height + ROWS - 1) / ROWS;
        int workers = Math.min(threads, blocks);
        if (workers <= 1) {
            take(nextBlock, height, cancellation, progress, stage, block);
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers - 1, Thread.ofPlatform().daemon().factory())) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 1; i < workers; i++) {
                others.add(pool.submit(() -> take(nextBlock, height, cancellation, ProgressSink.NONE, stage, block)));
            }
            take(nextBlock, height, cancellation, progress, stage, block);
            for (Future<?> other : others) {
                other.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DioramaException(ErrorCode.CANCELLED, "The work was interrupted.", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static void take(
            AtomicInteger nextBlock,
            int height,
            Cancellation cancellation,
            ProgressSink progress,
            String stage,
            Block block) {
        int first;
        while ((first = nextBlock.getAndIncrement() * ROWS) < height) {
            cancellation.throwIfRequested();
            int end = Math.min(height, first + ROWS);
            block.run(first, end);
            progress.report(stage, end / (double) height);
        }
    }
}
