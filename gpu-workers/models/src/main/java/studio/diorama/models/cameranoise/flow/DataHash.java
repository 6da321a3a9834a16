package studio.diorama.models.cameranoise.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import studio.diorama.models.cameranoise.fit.PairFile;

/// What weights were trained on, as a SHA-256 in hexadecimal.
final class DataHash {

    private DataHash() {}

    static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /// Of camera, ISO and every byte of all pairs, in their order; not of paths.
    static String ofFiles(List<PairFile> pairs) {
        MessageDigest digest = digest();
        for (PairFile pair : pairs) {
            digest.update("%s/%d/".formatted(pair.camera(), pair.iso()).getBytes(StandardCharsets.UTF_8));
            update(digest, pair.clean());
            update(digest, pair.noisy());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Path file) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
