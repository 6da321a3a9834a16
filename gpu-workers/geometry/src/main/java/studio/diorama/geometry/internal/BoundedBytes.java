package studio.diorama.geometry.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Reads whole files, never more than was allowed.
public final class BoundedBytes {

    private BoundedBytes() {}

    /// All bytes of a file.
    ///
    /// @throws DioramaException if it is not there, not a file or larger than `maxBytes`
    public static byte[] read(Path file, long maxBytes) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                throw new DioramaException(ErrorCode.INVALID_INPUT, name + ": a file expected, got a folder");
            }
            long limit = Math.min(maxBytes, Integer.MAX_VALUE - 16);
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
                if (bytes.length > limit) {
                    throw new DioramaException(
                            ErrorCode.TOO_LARGE, "%s: at most %d bytes expected, got more".formatted(name, limit));
                }
                return bytes;
            }
        } catch (NoSuchFileException e) {
            throw new DioramaException(ErrorCode.NOT_FOUND, name + ": there is no such file", e);
        } catch (IOException e) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, name + ": the file cannot be read", e);
        }
    }

    /// A file that another one names, in the same folder or below it; links are not followed out of it.
    ///
    /// @param folder of the file that names it
    /// @param name with forward slashes, already decoded
    /// @throws DioramaException if the name leads out of the folder or to nothing
    public static Path beside(Path folder, String name) {
        boolean strange = name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.indexOf('\0') >= 0;
        if (strange || name.contains(":") || name.length() > 1024) {
            throw outside(name);
        }
        try {
            Path home = folder.toAbsolutePath().normalize();
            Path file = home.resolve(name).normalize();
            if (!file.startsWith(home) || file.equals(home)) {
                throw outside(name);
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    || !file.toRealPath().startsWith(home.toRealPath())) {
                throw new DioramaException(
                        ErrorCode.NOT_FOUND, "'%s' is named, but is no file beside it".formatted(shown(name)));
            }
            return file;
        } catch (InvalidPathException e) {
            throw outside(name);
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.NOT_FOUND, "'%s' is named, but cannot be read".formatted(shown(name)), e);
        }
    }

    private static DioramaException outside(String name) {
        return new DioramaException(
                ErrorCode.INVALID_INPUT,
                "the name of a file in the same folder expected, got '%s'".formatted(shown(name)));
    }

    /// A stranger's text, short and without control characters, as a message can bear it.
    public static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
    }
}
