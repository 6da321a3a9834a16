package studio.diorama.imaging.internal;

import java.util.zip.CRC32;

/// Checks the CRC of every critical chunk of a PNG, which the JDK's reader does not.
///
/// With it, no damaged or cut picture passes as a whole one. Chunks that are not needed for the pixels may be
/// broken.
final class PngChecksums {

    private static final int PIECE_BYTES = 1 << 13;

    private PngChecksums() {}

    static void verify(BoundedFile file) {
        long position = PngHeader.FIRST_CHUNK;
        boolean end = false;
        while (!end) {
            end = file.holds(position + 4, "IEND");
            long length = file.unsignedInt(position, true);
            boolean critical = (file.unsignedByte(position + 4) & 0x20) == 0;
            if (critical && checksum(file, position + 4, 4 + length) != file.unsignedInt(position + 8 + length, true)) {
                throw Refusal.damaged("the checksum of its pixels is not the one it states");
            }
            position += PngHeader.CHUNK_OVERHEAD + length;
        }
    }

    private static long checksum(BoundedFile file, long position, long length) {
        CRC32 checksum = new CRC32();
        for (long done = 0; done < length; done += PIECE_BYTES) {
            checksum.update(file.bytes(position + done, (int) Math.min(PIECE_BYTES, length - done)));
        }
        return checksum.getValue();
    }
}
