package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.stream.FileImageInputStream;

/// A file in which image readers do not recognise the colour profile: the first byte of each of its names reads
/// as another one.
///
/// The JDK's JPEG reader and TwelveMonkeys' WebP reader would convert colours by themselves, which cannot be
/// turned off and would be done a second time here.
final class ProfileBlindInput extends FileImageInputStream {

    private final List<Long> blindPositions;

    /// @param blindPositions of the bytes that must not be seen
    ProfileBlindInput(Path file, List<Long> blindPositions) throws IOException {
        super(file.toFile());
        this.blindPositions = List.copyOf(requireNonNull(blindPositions, "blindPositions is null"));
    }

    @Override
    public int read() throws IOException {
        boolean blind = blindPositions.contains(streamPos);
        int value = super.read();
        return blind && value >= 0 ? '-' : value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long start = streamPos;
        int count = super.read(bytes, offset, length);
        for (long position : blindPositions) {
            if (position >= start && position < start + count) {
                bytes[offset + (int) (position - start)] = '-';
            }
        }
        return count;
    }
}
