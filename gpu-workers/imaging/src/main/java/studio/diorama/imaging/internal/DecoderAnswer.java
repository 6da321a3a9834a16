package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageFormat;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.PhotoMetadata;

/// What a decoder child says: how the picture is, or why it is refused.
public sealed interface DecoderAnswer {

    int MAX_WARNINGS = 32;

    /// The picture decodes.
    ///
    /// @param header of the file
    /// @param metadata of the photograph
    /// @param width of what was written, in pixels
    /// @param height of what was written, in pixels
    /// @param bitDepth of what was written
    record Done(ImageHeader header, PhotoMetadata metadata, int width, int height, int bitDepth)
            implements DecoderAnswer {

        public Done {
            requireNonNull(header, "header is null");
            requireNonNull(metadata, "metadata is null");
        }
    }

    /// The picture is not taken.
    ///
    /// @param code of the refusal
    /// @param message for the person who sent the file
    record Refused(ErrorCode code, String message) implements DecoderAnswer {

        public Refused {
            requireNonNull(code, "code is null");
            requireNonNull(message, "message is null");
        }
    }

    static void write(DecoderAnswer answer, DataOutputStream stream) throws IOException {
        switch (answer) {
            case Refused refused -> {
                stream.writeBoolean(false);
                stream.writeUTF(refused.code().name());
                stream.writeUTF(refused.message());
            }
            case Done done -> {
                stream.writeBoolean(true);
                ImageHeader header = done.header();
                stream.writeUTF(header.format().name());
                stream.writeInt(header.width());
                stream.writeInt(header.height());
                stream.writeInt(header.bitDepth());
                stream.writeInt(header.frames());
                stream.writeBoolean(header.hasAlpha());
                stream.writeInt(header.orientation());
                PhotoMetadata metadata = done.metadata();
                stream.writeUTF(metadata.cameraMake().orElse(""));
                stream.writeUTF(metadata.cameraModel().orElse(""));
                stream.writeInt(metadata.iso().orElse(-1));
                stream.writeInt(metadata.orientation().orElse(-1));
                stream.writeUTF(metadata.colourProfile().orElse(""));
                List<String> warnings =
                        metadata.warnings().stream().limit(MAX_WARNINGS).toList();
                stream.writeInt(warnings.size());
                for (String warning : warnings) {
                    stream.writeUTF(warning);
                }
                stream.writeInt(done.width());
                stream.writeInt(done.height());
                stream.writeInt(done.bitDepth());
            }
        }
        stream.flush();
    }

    /// Reads an answer and checks it.
    ///
    /// @throws IOException also when the bytes are no answer: what a child says is not believed unchecked
    static DecoderAnswer read(DataInputStream stream) throws IOException {
        try {
            if (!stream.readBoolean()) {
                return new Refused(ErrorCode.valueOf(stream.readUTF()), stream.readUTF());
            }
            ImageHeader header = new ImageHeader(
                    ImageFormat.valueOf(stream.readUTF()),
                    stream.readInt(),
                    stream.readInt(),
                    stream.readInt(),
                    stream.readInt(),
                    stream.readBoolean(),
                    stream.readInt());
            PhotoMetadata metadata = new PhotoMetadata(
                    text(stream), text(stream), number(stream), number(stream), text(stream), warnings(stream));
            return new Done(header, metadata, stream.readInt(), stream.readInt(), stream.readInt());
        } catch (IllegalArgumentException e) {
            throw new IOException("the decoder process gave an answer that makes no sense", e);
        }
    }

    /// The answer for a person: a refusal is thrown.
    default Done orThrow() {
        return switch (this) {
            case Done done -> done;
            case Refused refused -> throw new DioramaException(refused.code(), refused.message());
        };
    }

    private static Optional<String> text(DataInputStream stream) throws IOException {
        return Optional.of(stream.readUTF()).filter(text -> !text.isEmpty());
    }

    private static OptionalInt number(DataInputStream stream) throws IOException {
        int number = stream.readInt();
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static List<String> warnings(DataInputStream stream) throws IOException {
        int count = stream.readInt();
        if (count < 0 || count > MAX_WARNINGS) {
            throw new IOException("at most %d warnings expected, got %d".formatted(MAX_WARNINGS, count));
        }
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            warnings.add(stream.readUTF());
        }
        return warnings;
    }
}
