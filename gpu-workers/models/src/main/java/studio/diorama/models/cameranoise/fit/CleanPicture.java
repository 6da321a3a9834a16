package studio.diorama.models.cameranoise.fit;

import java.util.BitSet;
import studio.diorama.imaging.Rgb8Image;

/// A clean picture and which of its samples lie beside edges.
///
/// There, a shift of a fraction of a pixel between the two pictures of a real pair looks like noise and is none, so
/// the fit leaves those samples out, of real and of drawn noise alike.
///
/// @param picture the clean picture
/// @param edges (height × width × 3) samples beside edges
record CleanPicture(Rgb8Image picture, BitSet edges) {

    /// A sample whose 3 × 3 neighbourhood spans more codes than this, in its channel, is beside an edge.
    private static final int EDGE = 32;

    static CleanPicture of(Rgb8Image picture) {
        int width = picture.width();
        int height = picture.height();
        byte[] samples = picture.samples();
        BitSet edges = new BitSet(samples.length);
        for (int y = 0; y < height; y++) {
            for (int i = 3 * y * width; i < 3 * (y + 1) * width; i++) {
                int column = i - 3 * y * width;
                int first = column < 3 ? 0 : -3;
                int last = column >= 3 * width - 3 ? 0 : 3;
                int lowest = 255;
                int highest = 0;
                for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
                    int centre = i + 3 * (row - y) * width;
                    for (int neighbour = centre + first; neighbour <= centre + last; neighbour += 3) {
                        int code = samples[neighbour] & 0xFF;
                        lowest = Math.min(lowest, code);
                        highest = Math.max(highest, code);
                    }
                }
                if (highest - lowest > EDGE) {
                    edges.set(i);
                }
            }
        }
        return new CleanPicture(picture, edges);
    }
}
