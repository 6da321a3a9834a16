package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.dataset.frame.FrameRecord.DeviceRecord;
import studio.diorama.dataset.report.FrameCheck;
import studio.diorama.dataset.report.Residuals;
import studio.diorama.dataset.sampling.FrameResolver;
import studio.diorama.render.RenderDevice;
import studio.diorama.render.Renderer;

/// Renders frames that are not there yet. One thread renders; a few others pack, check and publish, with so few frames
/// in between that memory stays flat.
final class DatasetRun {

    /// Frames between rendering and publishing.
    private static final int IN_FLIGHT = 3;

    private final DatasetFolder folder;
    private final FrameResolver resolver;
    private final FrameRenderer frames;
    private final Rendering rendering;
    private final boolean check;
    private final String attempt;

    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Map<Long, String> suspects = new ConcurrentHashMap<>();
    private final Map<Long, String> withheld = new ConcurrentHashMap<>();
    private final AtomicLong published = new AtomicLong();

    /// @param attempt tells apart what two workers write at once
    DatasetRun(
            DatasetFolder folder,
            FrameResolver resolver,
            FrameRenderer frames,
            Rendering rendering,
            boolean check,
            String attempt) {
        this.folder = requireNonNull(folder, "folder is null");
        this.resolver = requireNonNull(resolver, "resolver is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.rendering = requireNonNull(rendering, "rendering is null");
        this.check = check;
        this.attempt = requireNonNull(attempt, "attempt is null");
    }

    /// Renders the frames from `from` (included) to `to` (excluded) that are not there.
    ///
    /// @return frames that were wrong twice, in two contexts, and are in quarantine, with the reason
    Map<Long, String> render(long from, long to, ProgressSink progress, Cancellation cancellation) {
        try (Renderer renderer = rendering.open()) {
            try (ExecutorService pool = Executors.newFixedThreadPool(
                    IN_FLIGHT, Thread.ofPlatform().name("frame-", 0).factory())) {
                for (long k = from; k < to; k++) {
                    cancellation.throwIfRequested();
                    rethrow();
                    progress.report("Rendering frames", (double) (k - from) / (to - from));
                    if (!folder.hasFrame(k)) {
                        submit(pool, renderer, k);
                    }
                }
            }
            rethrow();
        }
        again(cancellation);
        progress.report("Rendering frames", 1);
        return Map.copyOf(withheld);
    }

    /// Frames that were published by this run.
    long published() {
        return published.get();
    }

    private void submit(ExecutorService pool, Renderer renderer, long frame) {
        room.acquireUninterruptibly();
        try {
            RenderedFrame rendered = frames.render(renderer, resolver, frame);
            FramePublisher publisher = publisher(renderer);
            pool.execute(() -> finish(publisher, rendered));
        } catch (RuntimeException e) {
            room.release();
            throw e;
        }
    }

    private FramePublisher publisher(Renderer renderer) {
        RenderDevice device = renderer.device();
        return new FramePublisher(
                folder,
                resolver.assets(),
                new DeviceRecord(device.vendor(), device.renderer(), device.version()),
                attempt);
    }

    private void finish(FramePublisher publisher, RenderedFrame rendered) {
        try {
            publish(publisher, rendered, suspects);
        } catch (IOException e) {
            failure.compareAndSet(null, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            rendered.close();
            room.release();
        }
    }

    /// @param wrong told of a frame that fails its check
    private void publish(FramePublisher publisher, RenderedFrame rendered, Map<Long, String> wrong) throws IOException {
        long number = rendered.frame().frame();
        Path aside = publisher.write(rendered);
        Residuals residuals = check
                ? new FrameCheck(resolver.assets()).check(aside, DatasetFolder.readRecord(aside))
                : new Residuals();
        if (residuals.hold()) {
            publisher.publish(aside, number);
            published.incrementAndGet();
        } else {
            publisher.quarantine(aside, number);
            wrong.put(number, residuals.failures());
        }
    }

    /// Whose fault was it? A fresh context decides: what is wrong there too is withheld.
    private void again(Cancellation cancellation) {
        for (long frame : suspects.keySet().stream().sorted().toList()) {
            cancellation.throwIfRequested();
            try (Renderer fresh = rendering.open()) {
                RenderedFrame rendered = frames.render(fresh, resolver, frame);
                publish(publisher(fresh), rendered, withheld);
                rendered.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void rethrow() {
        RuntimeException first = failure.get();
        if (first instanceof UncheckedIOException io) {
            throw new DioramaException(
                    ErrorCode.STORAGE_FULL,
                    "A frame could not be written: %s. Make room; the same command goes on where this one stopped."
                            .formatted(io.getCause().getMessage()),
                    io);
        }
        if (first != null) {
            throw first;
        }
    }
}
