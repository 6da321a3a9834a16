package studio.diorama.worker.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// One request after the other from each of four clients, bounded in number and in time.
final class Load {

    static final int CLIENTS = 4;

    private static final double NANOS_PER_MILLI = 1e6;

    private Load() {}

    /// One request.
    @FunctionalInterface
    interface Request {
        /// @param number different in every call of a run, from 0
        void send(int number) throws IOException;
    }

    /// @param seconds wall time of the whole run
    /// @param milliseconds time of each request, sorted
    record Times(double seconds, double[] milliseconds) {

        int count() {
            return milliseconds.length;
        }

        double perSecond() {
            return count() / seconds;
        }

        double percentile(int percent) {
            return milliseconds[Math.min(count() - 1, count() * percent / 100)];
        }
    }

    /// @param used processor time of the whole run
    record Timed(Times times, ProcessorTime used) {

        List<Figure> processorTimeEach(String name) {
            return used.each(name, "request", times.count());
        }
    }

    /// The same as [#run], with the processor time that it takes.
    static Timed timed(StudioServer server, int count, Duration longest, Request request) throws IOException {
        List<Times> times = new ArrayList<>();
        ProcessorTime used = ProcessorTime.during(server, () -> times.add(run(count, longest, request)));
        return new Timed(times.getFirst(), used);
    }

    /// Runs until `count` requests were sent, or no further one may begin because `longest` is over.
    ///
    /// @throws IOException the first failure: a load with failures measures nothing
    static Times run(int count, Duration longest, Request request) throws IOException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + longest.toNanos();
        List<Future<List<Long>>> clients = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> client(next, count, end, request)));
            }
            for (Future<List<Long>> client : clients) {
                nanos.addAll(get(client));
            }
        }
        double seconds = StudioServer.secondsSince(start);
        double[] milliseconds =
                nanos.stream().mapToDouble(time -> time / NANOS_PER_MILLI).toArray();
        Arrays.sort(milliseconds);
        return new Times(seconds, milliseconds);
    }

    private static List<Long> client(AtomicInteger next, int count, long end, Request request) throws IOException {
        List<Long> nanos = new ArrayList<>();
        for (int number = next.getAndIncrement();
                number < count && (number < CLIENTS || System.nanoTime() - end < 0);
                number = next.getAndIncrement()) {
            long start = System.nanoTime();
            request.send(number);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private static List<Long> get(Future<List<Long>> client) throws IOException {
        try {
            return client.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case UncheckedIOException failure -> throw failure.getCause();
                default -> throw new IllegalStateException("A client of the measurement failed", e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The measurement was interrupted", e);
    }
}
