package studio.diorama.backend.rest.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import studio.diorama.auth.Actor;
import studio.diorama.backend.rest.internal.TooManyRequests;

/// Keeps uploads from taking all threads: so many chunks at a time, so many of one person, and none that trickles.
///
/// A chunk that is too slow ends as if its connection had broken: what has arrived stays, and the sender goes on from
/// there.
@ApplicationScoped
public class UploadGate {

    /// Of the web server's 200 threads or so; pages keep the rest.
    static final int AT_A_TIME = 64;

    static final int PER_PERSON = 8;

    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final long LEAST_BYTES_PER_SECOND = 8 * 1024;

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final ConcurrentMap<UUID, Integer> perPerson = new ConcurrentHashMap<>();
    private final InstantSource clock;

    UploadGate(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws TooManyRequests while all places, or all of this person, are taken
    Pass enter(Actor actor) {
        if (perPerson.merge(actor.id(), 1, Integer::sum) > PER_PERSON) {
            leave(actor.id());
            throw new TooManyRequests(
                    "You are sending %d chunks already. Send one after the other.".formatted(PER_PERSON), RETRY);
        }
        if (!places.tryAcquire()) {
            leave(actor.id());
            throw new TooManyRequests("Too many uploads at once. Try again in a moment.", RETRY);
        }
        return new Pass(actor.id());
    }

    private void leave(UUID account) {
        perPerson.computeIfPresent(account, (id, chunks) -> chunks == 1 ? null : chunks - 1);
    }

    /// A place among the chunks that are being received.
    final class Pass implements AutoCloseable {

        private final UUID account;

        private Pass(UUID account) {
            this.account = account;
        }

        /// The same bytes, ended when they come too slowly.
        InputStream watched(InputStream bytes) {
            return new Watched(bytes, clock);
        }

        @Override
        public void close() {
            places.release();
            leave(account);
        }
    }

    /// Counts bytes and time.
    static final class Watched extends FilterInputStream {

        private final InstantSource clock;
        private final Instant began;
        private long received;

        Watched(InputStream in, InstantSource clock) {
            super(in);
            this.clock = clock;
            this.began = clock.instant();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            received += Math.max(read, 0);
            Duration late = Duration.between(began, clock.instant()).minus(GRACE);
            if (read >= 0 && late.isPositive() && received < late.toSeconds() * LEAST_BYTES_PER_SECOND) {
                throw new IOException("The chunk comes too slowly");
            }
            return read;
        }
    }
}
