package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A value of a scene file that knows where it stands, so that each complaint names the place.
///
/// @param node the value
/// @param path such as `objects[1].position`; empty for the whole file
record JsonPlace(JsonNode node, String path) {

    /// Ids become folder names and parts of seed paths.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private static final int LONGEST_TEXT = 200;

    JsonPlace {
        requireNonNull(node, "node is null");
        requireNonNull(path, "path is null");
    }

    DioramaException refuse(String problem) {
        return SceneRules.refuse(path.isEmpty() ? "file" : path, problem);
    }

    /// What `make` gives; what it refuses is told with this place.
    <T> T here(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw refuse(Character.toLowerCase(e.getMessage().charAt(0))
                    + e.getMessage().substring(1));
        }
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isArray() {
        return node.isArray();
    }

    boolean isText() {
        return node.isTextual();
    }

    boolean has(String key) {
        return node.has(key);
    }

    /// Refuses whatever is no object, and keys that nobody knows.
    JsonPlace onlyKeys(String... known) {
        if (!node.isObject()) {
            throw refuse("expected an object, got " + kind());
        }
        Set<String> names = new HashSet<>(List.of(known));
        node.fieldNames().forEachRemaining(key -> {
            if (!names.contains(key)) {
                throw refuse("unknown key '%s'; expected %s"
                        .formatted(
                                shorten(key),
                                String.join(", ", names.stream().sorted().toList())));
            }
        });
        return this;
    }

    JsonPlace get(String key) {
        return find(key).orElseThrow(() -> refuse("the key '%s' is missing".formatted(key)));
    }

    Optional<JsonPlace> find(String key) {
        return Optional.ofNullable(node.get(key))
                .map(child -> new JsonPlace(child, path.isEmpty() ? key : path + "." + key));
    }

    List<JsonPlace> items() {
        if (!node.isArray()) {
            throw refuse("expected an array, got " + kind());
        }
        List<JsonPlace> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonPlace(node.get(i), "%s[%d]".formatted(path, i)));
        }
        return items;
    }

    List<JsonPlace> items(String key) {
        return find(key).map(JsonPlace::items).orElse(List.of());
    }

    String text() {
        if (!node.isTextual() || node.textValue().isBlank() || node.textValue().length() > LONGEST_TEXT) {
            throw refuse("expected a text of 1 to %d letters, got %s".formatted(LONGEST_TEXT, kind()));
        }
        return node.textValue();
    }

    String id() {
        String text = text();
        if (!ID.matcher(text).matches()) {
            throw refuse("expected up to 64 letters, digits, '-' and '_', got '%s'".formatted(shorten(text)));
        }
        return text;
    }

    double number() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw refuse("expected a finite number, got " + kind());
        }
        return node.doubleValue();
    }

    /// A whole number, also when it is written as 4.0.
    int whole() {
        double value = number();
        if (value != StrictMath.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw refuse("expected a whole number, got " + shorten(node.asText()));
        }
        return (int) value;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw refuse("expected true or false, got " + kind());
        }
        return node.booleanValue();
    }

    /// One of an enum's constants, written in camel case: `DROP_OBJECT` as `dropObject`.
    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = camelCase(constant.name());
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        throw refuse("expected one of %s, got '%s'".formatted(names, shorten(text)));
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(java.util.Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    String kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "the text '" + shorten(node.textValue()) + "'";
            case NUMBER, BOOLEAN -> shorten(node.asText());
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    static DioramaException malformed(String message, Throwable cause) {
        return new DioramaException(ErrorCode.MALFORMED_REQUEST, message, cause);
    }
}
