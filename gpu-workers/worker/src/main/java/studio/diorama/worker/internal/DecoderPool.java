package studio.diorama.worker.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import studio.diorama.imaging.DecoderProcess;
import studio.diorama.imaging.DecoderSettings;

/// Fenced decoders, one for each job that needs one at the same time. A decoder that was idle for a while is closed,
/// so that a quiet worker holds no second process.
final class DecoderPool implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final DecoderSettings settings;
    private final InstantSource clock;
    private final Deque<Idle> idle = new ArrayDeque<>();

    private record Idle(DecoderProcess decoder, Instant since) {}

    DecoderPool(DecoderSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized DecoderProcess take() {
        return idle.isEmpty() ? new DecoderProcess(settings) : idle.removeLast().decoder();
    }

    synchronized void giveBack(DecoderProcess decoder) {
        idle.addLast(new Idle(decoder, clock.instant()));
    }

    synchronized void closeIdle() {
        Instant before = clock.instant().minus(IDLE);
        while (!idle.isEmpty() && idle.getFirst().since().isBefore(before)) {
            idle.removeFirst().decoder().close();
        }
    }

    @Override
    public synchronized void close() {
        idle.forEach(each -> each.decoder().close());
        idle.clear();
    }
}
