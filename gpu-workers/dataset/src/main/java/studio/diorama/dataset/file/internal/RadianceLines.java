package studio.diorama.dataset.file.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// One line of a Radiance picture: flat, with the old run lengths, or with the new ones for each component.
public final class RadianceLines {

    private RadianceLines() {}

    /// The next byte.
    public static int next(InputStream in) throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    /// @param rgbe (width × 4) filled
    public static void read(String name, InputStream in, byte[] rgbe, int width) throws IOException {
        int[] first = {next(in), next(in), next(in), next(in)};
        boolean adaptive = first[0] == 2 && first[1] == 2 && first[2] < 128;
        if (adaptive && width >= 8 && width < 32_768) {
            if ((first[2] << 8 | first[3]) != width) {
                throw Refusals.damaged(name, "a line has another width than the picture");
            }
            for (int component = 0; component < 4; component++) {
                readComponent(name, in, rgbe, width, component);
            }
        } else {
            readFlat(name, in, rgbe, width, first);
        }
    }

    private static void readComponent(String name, InputStream in, byte[] rgbe, int width, int component)
            throws IOException {
        int x = 0;
        while (x < width) {
            int count = next(in);
            boolean run = count > 128;
            count = run ? count - 128 : count;
            if (count == 0 || x + count > width) {
                throw Refusals.damaged(name, "a run leaves its line");
            }
            int value = run ? next(in) : 0;
            for (int i = 0; i < count; i++) {
                rgbe[4 * x++ + component] = (byte) (run ? value : next(in));
            }
        }
    }

    /// Pixels as they are; 1, 1, 1, n repeats the one before n times, and more such pixels shift n by 8 bits each.
    private static void readFlat(String name, InputStream in, byte[] rgbe, int width, int[] first) throws IOException {
        int[] pixel = first;
        int x = 0;
        int shift = 0;
        while (true) {
            if (pixel[0] == 1 && pixel[1] == 1 && pixel[2] == 1) {
                long count = (long) pixel[3] << shift;
                if (x == 0 || shift > 24 || x + count > width) {
                    throw Refusals.damaged(name, "a run leaves its line");
                }
                for (long i = 0; i < count; i++, x++) {
                    System.arraycopy(rgbe, 4 * x - 4, rgbe, 4 * x, 4);
                }
                shift += 8;
            } else {
                for (int c = 0; c < 4; c++) {
                    rgbe[4 * x + c] = (byte) pixel[c];
                }
                x++;
                shift = 0;
            }
            if (x == width) {
                return;
            }
            pixel = new int[] {next(in), next(in), next(in), next(in)};
        }
    }
}
