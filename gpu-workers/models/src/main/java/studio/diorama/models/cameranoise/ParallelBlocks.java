package studio.diorama.models.cameranoise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;

/// Runs numbered pieces of work that do not depend on each other, on one thread or several, stopping soon after a
/// cancellation.
public final class ParallelBlocks {

    private ParallelBlocks() {}

    /// @param count pieces, numbered from 0
    /// @param block does one piece
    public static void run(
            int count, int threads, Cancellation cancellation, ProgressSink progress, String stage, IntConsumer block) {
        AtomicInteger next = new AtomicInteger();
        int workers = Math.min(threads, count);
        if (workers <= 1) {
            take(next, count, cancellation, progress, stage, block);
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers - 1, Thread.ofPlatform().daemon().factory())) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 1; i < workers; i++) {
                others.add(pool.submit(() -> take(next, count, cancellation, ProgressSink.NONE, stage, block)));
            }
            take(next, count, cancellation, progress, stage, block);
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
            AtomicInteger next,
            int count,
            Cancellation cancellation,
            ProgressSink progress,
            String stage,
            IntConsumer block) {
        int index;
        while ((index = next.getAndIncrement()) < count) {
            cancellation.throwIfRequested();
            block.accept(index);
            progress.report(stage, (index + 1.0) / count);
        }
    }
}
