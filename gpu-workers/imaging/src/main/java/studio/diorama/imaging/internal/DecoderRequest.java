package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import studio.diorama.imaging.ImageLimits;

/// One thing to do for a decoder child.
///
/// @param input the picture file
/// @param output where the samples or the thumbnail go
/// @param thumbnailSide longest side of a thumbnail, or 0 for all samples of the picture
/// @param limits that the picture must keep
public record DecoderRequest(Path input, Path output, int thumbnailSide, ImageLimits limits) {

    public DecoderRequest {
        requireNonNull(input, "input is null");
        requireNonNull(output, "output is null");
        requireNonNull(limits, "limits is null");
        if (thumbnailSide < 0) {
            throw new IllegalArgumentException("a thumbnail side of 0 or more expected, got " + thumbnailSide);
        }
    }

    void write(DataOutputStream stream) throws IOException {
        stream.writeUTF(input.toAbsolutePath().toString());
        stream.writeUTF(output.toAbsolutePath().toString());
        stream.writeInt(thumbnailSide);
        stream.writeInt(limits.maxSide());
        stream.writeLong(limits.maxPixels());
        stream.writeInt(limits.maxFrames());
        stream.writeInt(limits.maxScans());
        stream.writeInt(limits.maxMetadataBytes());
        stream.flush();
    }

    static DecoderRequest read(DataInputStream stream) throws IOException {
        return new DecoderRequest(
                Path.of(stream.readUTF()),
                Path.of(stream.readUTF()),
                stream.readInt(),
                new ImageLimits(
                        stream.readInt(), stream.readLong(), stream.readInt(), stream.readInt(), stream.readInt()));
    }
}
