package studio.diorama.dataset.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/// The hash of what a scene file means: order of keys, white space and the way a number is written do not count.
final class SceneHash {

    private SceneHash() {}

    static String of(JsonNode scene) {
        StringBuilder text = new StringBuilder();
        write(scene, text);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                text.append('{');
                TreeSet<String> keys = new TreeSet<>();
                node.fieldNames().forEachRemaining(keys::add);
                for (String key : keys) {
                    quote(key, text);
                    write(node.get(key), text);
                }
                text.append('}');
            }
            case ARRAY -> {
                text.append('[');
                node.forEach(item -> write(item, text));
                text.append(']');
            }
            case NUMBER -> text.append('#').append(node.doubleValue() + 0.0);
            case STRING -> quote(node.textValue(), text);
            case BOOLEAN, NULL, MISSING, BINARY, POJO ->
                text.append('<').append(node.asText()).append('>');
        }
    }

    /// With its length, so that no two scenes read the same.
    private static void quote(String value, StringBuilder text) {
        text.append('"').append(value.length()).append(':').append(value);
    }
}
