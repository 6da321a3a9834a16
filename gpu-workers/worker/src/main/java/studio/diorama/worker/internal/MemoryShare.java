package studio.diorama.worker.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import studio.diorama.common.Cancellation;

/// Lets a job that ran out of memory run once more while no other job of the process uses any.
///
/// Every job holds one permit of as many as there are threads; a second try holds them all.
final class MemoryShare {

    private final int all;
    private final Semaphore permits;

    MemoryShare(int threads) {
        this.all = threads;
        this.permits = new Semaphore(threads, true);
    }

    Holding enter(Cancellation cancellation) {
        Holding holding = new Holding();
        holding.acquire(1, cancellation);
        return holding;
    }

    /// What one job holds.
    final class Holding implements AutoCloseable {

        private int held;

        /// Waits until no other job is running, and keeps others from beginning.
        void alone(Cancellation cancellation) {
            close();
            acquire(all, cancellation);
        }

        private void acquire(int count, Cancellation cancellation) {
            try {
                while (!permits.tryAcquire(count, 250, TimeUnit.MILLISECONDS)) {
                    cancellation.throwIfRequested();
                }
                held = count;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for memory", e);
            }
        }

        @Override
        public void close() {
            permits.release(held);
            held = 0;
        }
    }
}
