package studio.diorama.auth.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Turns passwords into Argon2id hashes and compares them. At most two at a time, so that a flood of sign-ins fills
/// neither the memory nor all processors.
@ApplicationScoped
public class PasswordHasher {

    private static final int AT_A_TIME = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final Argon2Cost cost;
    private final String nobodysHash;

    @Inject
    public PasswordHasher() {
        this(Argon2Cost.RECOMMENDED);
    }

    PasswordHasher(Argon2Cost cost) {
        this.cost = cost;
        // Of a password that nobody knows, this process included.
        this.nobodysHash = hash(Secrets.random());
    }

    /// The hash to store, in the PHC string format.
    public final String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return compute(password, salt, cost, HASH_BYTES).toString();
    }

    /// Whether `password` has this hash. Without a hash the same work is done for nothing, so that the time of the
    /// answer does not tell whether there is one.
    public boolean verify(String password, Optional<String> stored) {
        Argon2Hash expected = Argon2Hash.parse(stored.orElse(nobodysHash));
        Argon2Hash actual = compute(password, expected.salt(), expected.cost(), expected.hash().length);
        return MessageDigest.isEqual(expected.hash(), actual.hash()) && stored.isPresent();
    }

    /// Whether a stored hash was made with other costs than today's, so that it should be made again while the
    /// password is at hand.
    public boolean isOutdated(String stored) {
        return !Argon2Hash.parse(stored).cost().equals(cost);
    }

    private Argon2Hash compute(String password, byte[] salt, Argon2Cost with, int bytes) {
        // The same letter typed on two keyboards may come as different code points.
        byte[] text = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new DioramaException(
                        ErrorCode.UNAVAILABLE, "Too many people are signing in at once. Try again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DioramaException(ErrorCode.UNAVAILABLE, "The server is stopping. Try again in a moment.", e);
        }
        try {
            return Argon2Hash.of(text, salt, with, bytes);
        } finally {
            places.release();
        }
    }
}
