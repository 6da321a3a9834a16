package studio.diorama.auth.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Random secrets of 256 bits, and the hash that stands for them in the database.
///
/// They need no slow hash: nobody guesses 256 random bits, so a stolen table of SHA-256 sums opens nothing.
public final class Secrets {

    /// What every access token begins with, so that scanners for leaked secrets can find it.
    public static final String TOKEN_PREFIX = "dio_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BYTES = 32;

    /// 62^43 is the first power of 62 above 2^256.
    private static final int LENGTH = 43;

    private Secrets() {}

    /// 43 letters and digits that stand for 256 random bits.
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return base62(new BigInteger(1, bytes));
    }

    /// A fresh access token: the prefix and a secret.
    public static String randomToken() {
        return TOKEN_PREFIX + random();
    }

    /// Whether `text` could have come from [#random()]; anything else need not be looked up.
    public static boolean isWellFormed(String text) {
        return text.length() == LENGTH && text.chars().allMatch(letter -> BASE62.indexOf(letter) >= 0);
    }

    /// Whether `text` could have come from [#randomToken()].
    public static boolean isWellFormedToken(String text) {
        return text.startsWith(TOKEN_PREFIX) && isWellFormed(text.substring(TOKEN_PREFIX.length()));
    }

    /// SHA-256 in hexadecimal.
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// Compares in a time that does not tell where two texts differ.
    public static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    private static String base62(BigInteger number) {
        BigInteger base = BigInteger.valueOf(BASE62.length());
        char[] letters = new char[LENGTH];
        BigInteger rest = number;
        for (int i = LENGTH - 1; i >= 0; i--) {
            BigInteger[] quotientAndRemainder = rest.divideAndRemainder(base);
            letters[i] = BASE62.charAt(quotientAndRemainder[1].intValue());
            rest = quotientAndRemainder[0];
        }
        return new String(letters);
    }
}
