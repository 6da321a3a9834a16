package studio.diorama.persistence.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import studio.diorama.persistence.database.Database;

/// What must hold on every database: subclasses run once on an H2 file and once on PostgreSQL, each time on a
/// database of their own that is emptied before each test.
@OnEveryDatabase
public abstract class DatabaseContract {

    private static TestDatabase current;

    @Parameter
    protected TestDatabase.Kind kind;

    protected TestDatabase test;
    protected Database database;
    protected TestClock clock;
    protected TestStudio studio;

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase.Kind kind) {
        current = TestDatabase.create(kind);
        current.database();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    @BeforeEach
    final void empty() {
        test = current;
        test.clear();
        database = test.database();
        clock = new TestClock();
        studio = new TestStudio(database, clock);
    }

    /// Runs `work` in so many threads that all begin at the same moment; fails as the first of them does.
    protected static <T> List<T> together(int threads, Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> tasks = IntStream.range(0, threads)
                    .mapToObj(thread -> (Callable<T>) () -> {
                        start.await();
                        return work.run(thread);
                    })
                    .toList();
            List<Future<T>> results = pool.invokeAll(tasks);
            List<T> values = new java.util.ArrayList<>();
            for (Future<T> result : results) {
                try {
                    values.add(result.get());
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
            return values;
        }
    }

    /// What one of several threads does.
    @FunctionalInterface
    protected interface Work<T> {
        T run(int thread) throws Exception;
    }
}
