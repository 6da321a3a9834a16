package studio.diorama.imaging.internal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Where in a file its ICC profile lies.
///
/// @param pieces in order; empty when there is no profile
/// @param deflated whether the joined pieces are a zlib stream (PNG)
record EmbeddedProfile(List<Piece> pieces, boolean deflated) {

    /// @param position of the first byte in the file
    /// @param length in bytes
    record Piece(long position, long length) {}

    static final EmbeddedProfile NONE = new EmbeddedProfile(List.of(), false);

    EmbeddedProfile {
        pieces = List.copyOf(pieces);
    }

    static EmbeddedProfile at(long position, long length) {
        return new EmbeddedProfile(List.of(new Piece(position, length)), false);
    }

    boolean isPresent() {
        return !pieces.isEmpty();
    }

    long length() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    /// Where the pieces' names start, which stand this many bytes before the pieces.
    List<Long> startsLess(int nameBytes) {
        return pieces.stream().map(piece -> piece.position() - nameBytes).toList();
    }

    /// The profile's bytes; the scan has already refused what is longer than `maxBytes`.
    byte[] read(BoundedFile file, int maxBytes) {
        if (length() > maxBytes) {
            throw tooLong(maxBytes);
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            joined.writeBytes(file.bytes(piece.position(), (int) piece.length()));
        }
        return deflated ? inflate(joined.toByteArray(), maxBytes) : joined.toByteArray();
    }

    static RuntimeException tooLong(int maxBytes) {
        return Refusal.overLimit("image metadata", (maxBytes >> 10) + " KiB of colour profile and texts", "more");
    }

    private static byte[] inflate(byte[] packed, int maxBytes) {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] piece = new byte[1 << 13];
            while (!inflater.finished()) {
                int count = inflater.inflate(piece);
                if (count == 0) {
                    break;
                }
                profile.write(piece, 0, count);
                if (profile.size() > maxBytes) {
                    throw tooLong(maxBytes);
                }
            }
        } catch (DataFormatException e) {
            throw Refusal.damaged("its colour profile cannot be unpacked", e);
        } finally {
            inflater.end();
        }
        return profile.toByteArray();
    }
}
