package studio.diorama.geometry.internal.ply;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.internal.BoundedBytes;

/// What a PLY file says of itself.
///
/// @param format `ascii`, `binary_little_endian` or `binary_big_endian`
/// @param elements in the order in which they follow
/// @param length bytes up to the first element
record PlyHeader(String format, List<Element> elements, int length) {

    private static final int MOST_BYTES = 1 << 16;

    /// @param properties in order
    record Element(String name, long count, List<Property> properties) {}

    /// @param list whether each value is a list, with a count of `countType` before it
    record Property(String name, PlyType type, boolean list, PlyType countType) {}

    static PlyHeader read(byte[] bytes, String fileName) {
        String format = "";
        List<Element> elements = new ArrayList<>();
        int from = 0;
        for (int line = 0; ; line++) {
            int end = from;
            while (end < bytes.length && end < MOST_BYTES && bytes[end] != '\n') {
                end++;
            }
            if (end >= bytes.length || end >= MOST_BYTES) {
                throw refuse(fileName, "a PLY header that ends in 'end_header' expected, got none");
            }
            String text = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1).strip();
            String[] words = text.split("\\s+");
            from = end + 1;
            if (line == 0) {
                if (!text.equals("ply")) {
                    throw refuse(fileName, "a PLY file expected, got another");
                }
                continue;
            }
            switch (words[0]) {
                case "format" -> format = words.length > 1 ? words[1] : "";
                case "element" -> elements.add(element(words, fileName));
                case "property" -> {
                    if (elements.isEmpty()) {
                        throw refuse(fileName, "an element before its properties expected");
                    }
                    elements.getLast().properties().add(property(words, fileName));
                }
                case "end_header" -> {
                    if (!List.of("ascii", "binary_little_endian", "binary_big_endian")
                            .contains(format)) {
                        throw refuse(
                                fileName,
                                "format ascii, binary_little_endian or binary_big_endian expected, got '%s'"
                                        .formatted(BoundedBytes.shown(format)));
                    }
                    return new PlyHeader(format, elements, from);
                }
                default -> {
                    // comment, obj_info
                }
            }
        }
    }

    private static Element element(String[] words, String fileName) {
        try {
            long count = Long.parseLong(words[2]);
            if (count >= 0 && count <= Integer.MAX_VALUE) {
                return new Element(words[1], count, new ArrayList<>());
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw refuse(fileName, "'element', a name and a count expected");
        }
        throw refuse(
                fileName,
                "a count from 0 to %d expected, got %s".formatted(Integer.MAX_VALUE, BoundedBytes.shown(words[2])));
    }

    private static Property property(String[] words, String fileName) {
        boolean list = words.length > 1 && words[1].equals("list");
        if (words.length != (list ? 5 : 3)) {
            throw refuse(fileName, "'property', a type and a name expected");
        }
        PlyType countType = list ? type(words[2], fileName) : PlyType.INT;
        return new Property(words[words.length - 1], type(words[list ? 3 : 1], fileName), list, countType);
    }

    private static PlyType type(String word, String fileName) {
        return PlyType.of(word)
                .orElseThrow(() -> refuse(
                        fileName, "a type such as float expected, got '%s'".formatted(BoundedBytes.shown(word))));
    }

    static DioramaException refuse(String fileName, String complaint) {
        return new DioramaException(ErrorCode.INVALID_INPUT, fileName + ": " + complaint);
    }
}
