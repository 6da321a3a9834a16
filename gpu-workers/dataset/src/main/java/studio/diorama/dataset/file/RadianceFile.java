package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.dataset.file.internal.RadianceLines;
import studio.diorama.dataset.file.internal.Refusals;

/// Reads Radiance `.hdr` pictures (Ward 1991, "Real pixels"): three mantissas and a shared exponent, flat or with
/// either run-length coding, lines from the top (`-Y … +X …`).
public final class RadianceFile {

    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 1000;

    private RadianceFile() {}

    /// Linear light.
    ///
    /// @param rgb (height × width × 3) row-major from the top left; the file's own unit, exposure divided out
    public record Radiance(int width, int height, float[] rgb) {
        public Radiance {
            requireNonNull(rgb, "rgb is null");
        }
    }

    /// @throws studio.diorama.common.DioramaException if it is no such file, too large or damaged
    public static Radiance read(Path file, FileLimits limits) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read(file.getFileName().toString(), in, limits);
        }
    }

    /// @param name that errors call it by
    public static Radiance read(String name, InputStream in, FileLimits limits) throws IOException {
        try {
            double exposure = header(name, in);
            int[] size = size(name, line(name, in));
            int width = size[0];
            int height = size[1];
            limits.check(name, width, height, 3);
            byte[] rgbe = new byte[width * 4];
            // Rows are kept as they come, so that a file that only claims to be large takes no memory.
            float[][] rows = new float[height][];
            for (int row = 0; row < height; row++) {
                RadianceLines.read(name, in, rgbe, width);
                rows[row] = linear(rgbe, width, exposure);
            }
            float[] rgb = new float[width * height * 3];
            for (int row = 0; row < height; row++) {
                System.arraycopy(rows[row], 0, rgb, row * width * 3, width * 3);
                rows[row] = null;
            }
            return new Radiance(width, height, rgb);
        } catch (EOFException e) {
            throw Refusals.damaged(name, "it ends early");
        }
    }

    /// Reads up to the blank line.
    ///
    /// @return the product of its exposures
    private static double header(String name, InputStream in) throws IOException {
        if (!line(name, in).startsWith("#?")) {
            throw Refusals.unsupported(name, "a Radiance HDR file", "other bytes");
        }
        double exposure = 1;
        boolean rgbe = false;
        for (int lines = 0; lines < MOST_LINES; lines++) {
            String line = line(name, in);
            if (line.isEmpty()) {
                if (!rgbe) {
                    throw Refusals.unsupported(name, "FORMAT=32-bit_rle_rgbe", "another format or none");
                }
                return exposure;
            }
            if (line.startsWith("FORMAT=")) {
                rgbe = line.strip().equals("FORMAT=32-bit_rle_rgbe");
            } else if (line.startsWith("EXPOSURE=")) {
                exposure *= exposure(name, line.substring("EXPOSURE=".length()).strip());
            }
        }
        throw Refusals.damaged(name, "its header does not end");
    }

    private static double exposure(String name, String text) {
        try {
            double exposure = Double.parseDouble(text);
            if (exposure > 0 && Double.isFinite(exposure)) {
                return exposure;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal as a number out of range.
        }
        throw Refusals.damaged(name, "an exposure above 0 is expected");
    }

    private static int[] size(String name, String line) {
        String[] words = line.split(" ");
        try {
            if (words.length == 4 && words[0].equals("-Y") && words[2].equals("+X")) {
                return new int[] {Integer.parseInt(words[3]), Integer.parseInt(words[1])};
            }
        } catch (NumberFormatException e) {
            // Falls through to the same refusal as another orientation.
        }
        throw Refusals.unsupported(name, "lines from the top left (-Y height +X width)", "another order or none");
    }

    private static String line(String name, InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = RadianceLines.next(in); c != '\n'; c = RadianceLines.next(in)) {
            if (line.length() == LONGEST_LINE) {
                throw Refusals.damaged(name, "a line of its header does not end");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static float[] linear(byte[] rgbe, int width, double exposure) {
        float[] rgb = new float[width * 3];
        for (int x = 0; x < width; x++) {
            int exponent = rgbe[4 * x + 3] & 0xFF;
            if (exponent != 0) {
                // Radiance adds half a step to each mantissa; most other writers expect no offset, and so do we.
                double scale = Math.scalb(1.0, exponent - 128 - 8) / exposure;
                for (int c = 0; c < 3; c++) {
                    rgb[3 * x + c] = (float) ((rgbe[4 * x + c] & 0xFF) * scale);
                }
            }
        }
        return rgb;
    }
}
