package studio.diorama.auth.internal;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// An Argon2id hash in the PHC string format, which carries its own parameters:
/// `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, both in base 64 without padding (RFC 9106).
///
/// @param cost what it was computed with
/// @param salt random bytes of its own
/// @param hash the result
record Argon2Hash(Argon2Cost cost, byte[] salt, byte[] hash) {

    private static final Pattern FORMAT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /// Computes the hash of `password`.
    static Argon2Hash of(byte[] password, byte[] salt, Argon2Cost cost, int bytes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKibibytes())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[bytes];
        generator.generateBytes(password, hash);
        return new Argon2Hash(cost, salt, hash);
    }

    /// @throws IllegalArgumentException if `text` is no such string
    static Argon2Hash parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("An Argon2id hash in the PHC format was expected");
        }
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        Base64.Decoder decoder = Base64.getDecoder();
        return new Argon2Hash(cost, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5)));
    }

    @Override
    public String toString() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKibibytes(),
                        cost.iterations(),
                        cost.lanes(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }
}
