package studio.diorama.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// JPEG files changed by hand.
final class JpegBytes {

    private JpegBytes() {}

    static byte[] segment(int marker, byte[] data) {
        int length = data.length + 2;
        return PngBytes.join(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, data);
    }

    static byte[] exif(byte[] tiff) {
        return segment(0xE1, PngBytes.join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff));
    }

    /// A colour profile in as many segments as it needs.
    static byte[] profile(byte[] icc, int bytesPerSegment) {
        int count = Math.ceilDiv(icc.length, bytesPerSegment);
        byte[] segments = {};
        for (int i = 0; i < count; i++) {
            byte[] piece =
                    Arrays.copyOfRange(icc, i * bytesPerSegment, Math.min(icc.length, (i + 1) * bytesPerSegment));
            byte[] name = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
            segments = PngBytes.join(
                    segments, segment(0xE2, PngBytes.join(name, new byte[] {(byte) (i + 1), (byte) count}, piece)));
        }
        return segments;
    }

    /// The file with more segments right behind its start.
    static byte[] with(byte[] jpeg, byte[]... segments) {
        return PngBytes.join(Arrays.copyOf(jpeg, 2), PngBytes.join(segments), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /// The position of the first segment with this marker.
    static int find(byte[] jpeg, int marker) {
        int position = 2;
        while ((jpeg[position + 1] & 0xFF) != marker) {
            position += 2 + ((jpeg[position + 2] & 0xFF) << 8 | (jpeg[position + 3] & 0xFF));
        }
        return position;
    }
}
