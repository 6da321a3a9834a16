package studio.diorama.render.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The text of a shader: its file, with each line `#include "other.glsl"` replaced by that file, once.
final class ShaderSource {

    private static final String FOLDER = "/studio/diorama/render/shaders/";
    private static final String INCLUDE = "#include \"";

    private ShaderSource() {}

    /// @param defines names that `#ifdef` finds set
    static String read(String file, List<String> defines) {
        StringBuilder text = new StringBuilder("#version 450 core\n");
        for (String define : defines) {
            text.append("#define ").append(define).append('\n');
        }
        append(text, file, new HashSet<>());
        return text.toString();
    }

    private static void append(StringBuilder text, String file, Set<String> included) {
        if (!included.add(file)) {
            return;
        }
        for (String line : load(file).split("\n", -1)) {
            if (line.startsWith(INCLUDE)) {
                append(text, line.substring(INCLUDE.length(), line.lastIndexOf('"')), included);
            } else {
                text.append(line).append('\n');
            }
        }
    }

    private static String load(String file) {
        try (InputStream in = ShaderSource.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no shader " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("shader %s cannot be read".formatted(file), e);
        }
    }
}
