package studio.diorama.imaging.internal;

import java.util.List;
import java.util.Locale;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageFormat;

/// Tells what a file is by its first bytes, and names what is not taken.
final class FileKind {

    /// @param offset where the magic bytes stand
    /// @param magic one character a byte
    /// @param name as a person would call it
    private record Foreign(int offset, String magic, String name) {}

    private static final List<Foreign> FOREIGN = List.of(
            new Foreign(0, "BM", "a Windows bitmap"),
            new Foreign(0, "%PDF", "a PDF document"),
            new Foreign(0, "PK\u0003\u0004", "a ZIP archive"),
            new Foreign(0, "8BPS", "a Photoshop document"),
            new Foreign(0, "\u0000\u0000\u0001\u0000", "an icon"),
            new Foreign(0, "#?RADIANCE", "a Radiance HDR picture"),
            new Foreign(0, "v/1\u0001", "an OpenEXR picture"),
            new Foreign(0, "\u00FF\n", "a JPEG XL picture"),
            new Foreign(4, "JXL ", "a JPEG XL picture"),
            new Foreign(4, "jP  ", "a JPEG 2000 picture"),
            new Foreign(4, "ftypavi", "an AVIF picture"),
            new Foreign(4, "ftyphei", "a HEIC picture"),
            new Foreign(4, "ftypmif", "a HEIF picture"),
            new Foreign(4, "ftyp", "an MP4 or QuickTime video"),
            new Foreign(0, "\u001AE\u00DF\u00A3", "a Matroska or WebM video"),
            new Foreign(0, "RIFF", "a RIFF file that is not WebP"),
            new Foreign(0, "glTF", "a GLB model"));

    private static final int TEXT_BYTES = 512;

    private FileKind() {}

    static ImageFormat of(BoundedFile file) {
        if (file.size() == 0) {
            throw Refusal.notAPicture("an empty file");
        }
        if (file.holds(0, "\u0089PNG\r\n\u001A\n")) {
            return ImageFormat.PNG;
        }
        if (file.holds(0, "\u00FF\u00D8\u00FF")) {
            return ImageFormat.JPEG;
        }
        if (file.holds(0, "RIFF") && file.holds(8, "WEBP")) {
            return ImageFormat.WEBP;
        }
        if (file.holds(0, "II*\u0000") || file.holds(0, "MM\u0000*")) {
            return ImageFormat.TIFF;
        }
        if (file.holds(0, "II+\u0000") || file.holds(0, "MM\u0000+")) {
            throw Refusal.notAPicture("a BigTIFF file");
        }
        if (file.holds(0, "GIF8")) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A still picture as PNG, JPEG, WebP or TIFF expected, got a GIF, which holds animations and at most"
                            + " 256 colours. Save one frame as PNG and send that.");
        }
        for (Foreign foreign : FOREIGN) {
            if (file.holds(foreign.offset(), foreign.magic())) {
                throw Refusal.notAPicture(foreign.name());
            }
        }
        throw Refusal.notAPicture(text(file));
    }

    private static String text(BoundedFile file) {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < Math.min(TEXT_BYTES, file.size()); i++) {
            start.append((char) file.unsignedByte(i));
        }
        String lower = start.toString().toLowerCase(Locale.ROOT);
        if (lower.contains("<svg")) {
            return "an SVG drawing";
        }
        if (lower.contains("<html") || lower.contains("<!doctype html") || lower.contains("<script")) {
            return "a web page (HTML)";
        }
        if (lower.stripLeading().startsWith("<?xml")) {
            return "an XML document";
        }
        boolean readable = lower.chars().allMatch(c -> (c >= 32 && c != 127) || c == '\n' || c == '\r' || c == '\t');
        return readable ? "text" : "bytes of an unknown kind";
    }
}
