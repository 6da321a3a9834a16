package studio.diorama.geometry.internal.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.internal.BoundedBytes;

/// A value in a stranger's JSON that knows where it stands, so that every complaint can say so.
///
/// @param node the value
/// @param path such as `mug.glb: accessors[3]`
record Json(JsonNode node, String path) {

    DioramaException refuse(String complaint) {
        return refuse(ErrorCode.INVALID_INPUT, complaint);
    }

    DioramaException refuse(ErrorCode code, String complaint) {
        return new DioramaException(code, path + (path.endsWith(":") ? " " : ": ") + complaint);
    }

    private String inside(String key) {
        return path.endsWith(":") ? path + " " + key : path + "." + key;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /// An object, if it is there.
    Optional<Json> object(String key) {
        JsonNode child = node.get(key);
        if (child == null) {
            return Optional.empty();
        }
        if (!child.isObject()) {
            throw refuse("'%s' as an object expected, got %s".formatted(key, child.getNodeType()));
        }
        return Optional.of(new Json(child, inside(key)));
    }

    Json requireObject(String key) {
        return object(key).orElseThrow(() -> refuse("'%s' expected, got nothing".formatted(key)));
    }

    /// What an extension adds here, if it does.
    Optional<Json> extension(String name) {
        return object("extensions").flatMap(extensions -> extensions.object(name));
    }

    /// The objects of an array; none if it is not there.
    List<Json> objects(String key) {
        List<Json> result = new ArrayList<>();
        JsonNode children = array(key);
        for (int i = 0; i < children.size(); i++) {
            Json child = new Json(children.get(i), "%s[%d]".formatted(inside(key), i));
            if (!child.node.isObject()) {
                throw child.refuse("an object expected, got " + child.node.getNodeType());
            }
            result.add(child);
        }
        return result;
    }

    private JsonNode array(String key) {
        JsonNode child = node.path(key);
        if (!child.isMissingNode() && !child.isArray()) {
            throw refuse("'%s' as an array expected, got %s".formatted(key, child.getNodeType()));
        }
        return child;
    }

    /// Numbers of other things in the file, each below `limit`.
    List<Integer> indices(String key, int limit) {
        List<Integer> result = new ArrayList<>();
        for (JsonNode child : array(key)) {
            result.add(index(key, child, limit));
        }
        return result;
    }

    OptionalInt index(String key, int limit) {
        JsonNode child = node.get(key);
        return child == null ? OptionalInt.empty() : OptionalInt.of(index(key, child, limit));
    }

    int requireIndex(String key, int limit) {
        return index(key, limit).orElseThrow(() -> refuse("'%s' expected, got nothing".formatted(key)));
    }

    private int index(String key, JsonNode child, int limit) {
        if (!child.isIntegralNumber()
                || !child.canConvertToInt()
                || child.intValue() < 0
                || child.intValue() >= limit) {
            throw refuse("'%s' from 0 to below %d expected, got %s"
                    .formatted(key, limit, BoundedBytes.shown(child.toString())));
        }
        return child.intValue();
    }

    /// A whole number of at least 0, or `fallback`.
    long size(String key, long fallback) {
        JsonNode child = node.get(key);
        if (child == null) {
            return fallback;
        }
        // JSON knows no integers: 12.0 is as good as 12.
        boolean whole = child.isNumber() && child.canConvertToExactIntegral() && child.canConvertToLong();
        if (!whole || child.longValue() < 0) {
            throw refuse("'%s' as a whole number of at least 0 expected, got %s"
                    .formatted(key, BoundedBytes.shown(child.toString())));
        }
        return child.longValue();
    }

    long requireSize(String key) {
        if (!node.has(key)) {
            throw refuse("'%s' expected, got nothing".formatted(key));
        }
        return size(key, 0);
    }

    double number(String key, double fallback) {
        JsonNode child = node.get(key);
        return child == null ? fallback : finite(key, child);
    }

    /// A number held to a range, for values that a slight overstep should not condemn.
    float clamped(String key, double fallback, double least, double most) {
        return (float) Math.clamp(number(key, fallback), least, most);
    }

    /// Exactly `fallback.length` numbers, or `fallback`.
    double[] numbers(String key, double... fallback) {
        JsonNode child = array(key);
        if (child.isMissingNode()) {
            return fallback;
        }
        if (child.size() != fallback.length) {
            throw refuse("'%s' with %d numbers expected, got %d".formatted(key, fallback.length, child.size()));
        }
        return allNumbers(key);
    }

    /// However many numbers there are.
    double[] allNumbers(String key) {
        JsonNode child = array(key);
        double[] result = new double[child.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = finite(key, child.get(i));
        }
        return result;
    }

    private double finite(String key, JsonNode child) {
        if (!child.isNumber() || !Float.isFinite((float) child.doubleValue())) {
            throw refuse(
                    "'%s' as a finite number expected, got %s".formatted(key, BoundedBytes.shown(child.toString())));
        }
        return child.doubleValue();
    }

    boolean flag(String key) {
        return node.path(key).asBoolean(false);
    }

    String text(String key, String fallback) {
        JsonNode child = node.get(key);
        if (child == null) {
            return fallback;
        }
        if (!child.isTextual()) {
            throw refuse("'%s' as text expected, got %s".formatted(key, child.getNodeType()));
        }
        return child.textValue();
    }

    /// A name for people; one that is no text is no reason to refuse a file.
    String name() {
        String name = node.path("name").asText("");
        return name.length() > 256 ? name.substring(0, 256) : name;
    }

    /// The texts of an array; none if it is not there.
    List<String> texts(String key) {
        List<String> result = new ArrayList<>();
        for (JsonNode child : array(key)) {
            result.add(child.asText());
        }
        return result;
    }
}
