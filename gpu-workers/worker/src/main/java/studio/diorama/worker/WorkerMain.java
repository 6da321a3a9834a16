package studio.diorama.worker;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import studio.diorama.persistence.config.Configuration;
import studio.diorama.worker.handlers.Handlers;
import sun.misc.Signal;

/// The worker process.
///
/// Once it takes jobs it prints `worker ready <id>` on standard output. With `--child` it belongs to the process that
/// started it and ends when its standard input does. SIGTERM and SIGINT end it too; each time running jobs are given
/// back and the exit status is 0.
public final class WorkerMain {

    /// What is printed, followed by the worker's id.
    public static final String READY = "worker ready ";

    /// Ends with its parent.
    public static final String CHILD = "--child";

    /// Exit status after a cancelled job did not listen; start the worker again.
    public static final int STUCK = 75;

    private WorkerMain() {}

    public static void main(String[] arguments) {
        System.setProperty("org.jboss.logging.provider", "slf4j");
        run(Arrays.asList(arguments).contains(CHILD));
    }

    /// Runs until the process is told to end; does not return.
    public static void run(boolean child) {
        CountDownLatch end = new CountDownLatch(1);
        Worker worker = Worker.start(
                Configuration.load(), Handlers::all, () -> Runtime.getRuntime().halt(STUCK));
        // Not a shutdown hook: H2 has one of its own, which would close the database before the jobs are given back.
        Signal.handle(new Signal("TERM"), _ -> end.countDown());
        Signal.handle(new Signal("INT"), _ -> end.countDown());
        if (child) {
            Thread.ofPlatform().daemon().name("parent").start(() -> awaitEndOfInput(end));
        }
        System.out.println(READY + worker.id());
        System.out.flush();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!worker.drain()) {
            // Threads of deaf jobs still run; what they held has been given back.
            Runtime.getRuntime().halt(0);
        }
        System.exit(0);
    }

    private static void awaitEndOfInput(CountDownLatch end) {
        try {
            byte[] ignored = new byte[256];
            while (System.in.read(ignored) >= 0) {
                // The parent has nothing to say; that it is there is enough.
            }
        } catch (IOException e) {
            // As good as its end.
        }
        end.countDown();
    }
}
