package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.diorama.imaging.DecoderSettings;

/// One running child JVM. After it has failed once it is dead and another one is started.
public final class DecoderChild implements AutoCloseable {

    /// A child ends with this when its heap is full (`-XX:+ExitOnOutOfMemoryError`).
    private static final int EXIT_OUT_OF_MEMORY = 3;

    /// How an exchange went wrong.
    public enum Failure {
        TIME,
        MEMORY,
        CRASH
    }

    /// The child gave no answer and has been ended.
    public static final class FailedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Failure failure;

        FailedException(Failure failure, Throwable cause) {
            super(failure.name(), cause);
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    private DecoderChild(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /// Starts a child that knows nothing of this process's environment.
    ///
    /// @param folder its working directory
    static List<String> command(DecoderSettings settings, Path folder) {
        List<String> command =
                new ArrayList<>(Fences.around(settings.heapBytes()).command());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + settings.heapBytes(),
                // Pixels are a few huge arrays: nearly all of the heap must be one space for them.
                "-Xmn" + Math.min(24L << 20, settings.heapBytes() / 4),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + WorkFolder.crashLog(folder),
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                "-cp",
                settings.classPath(),
                DecoderMain.class.getName()));
        return command;
    }

    public static DecoderChild start(DecoderSettings settings, Path folder) throws IOException {
        requireNonNull(settings, "settings is null");
        ProcessBuilder builder = new ProcessBuilder(command(settings, folder));
        builder.directory(folder.toFile());
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        // File names are bytes on disk; the C locale would not let Java name all of them.
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new DecoderChild(builder.start());
    }

    public static List<String> fences(DecoderSettings settings) {
        return Fences.around(settings.heapBytes()).descriptions();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /// Whether it can take another request before its processor time runs out.
    public boolean isFit() {
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return process.isAlive() && used.toSeconds() < Fences.CPU_SECONDS / 2;
    }

    /// Sends a request and waits for its answer for at most `timeLimit`.
    ///
    /// @throws FailedException when there is none; the child is dead then
    public DecoderAnswer exchange(DecoderRequest request, Duration timeLimit) throws FailedException {
        long start = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch answered = new CountDownLatch(1);
        Thread watch = Thread.ofVirtual().start(() -> endAfter(timeLimit, answered, over));
        try {
            request.write(requests);
            DecoderAnswer answer = DecoderAnswer.read(answers);
            if (System.nanoTime() - start > timeLimit.toNanos() || !over.compareAndSet(false, true)) {
                close();
                throw new FailedException(Failure.TIME, null);
            }
            return answer;
        } catch (IOException e) {
            boolean late = !over.compareAndSet(false, true);
            int exit = end();
            Failure failure = exit == EXIT_OUT_OF_MEMORY ? Failure.MEMORY : Failure.CRASH;
            throw new FailedException(late ? Failure.TIME : failure, e);
        } finally {
            answered.countDown();
            watch.interrupt();
        }
    }

    private void endAfter(Duration timeLimit, CountDownLatch answered, AtomicBoolean over) {
        try {
            if (!answered.await(timeLimit.toNanos(), TimeUnit.NANOSECONDS) && over.compareAndSet(false, true)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // Answered in time: nothing is left to watch.
            Thread.currentThread().interrupt();
        }
    }

    /// Waits a moment for a child that is ending by itself to say why, then ends it.
    private int end() {
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
