package studio.diorama.dataset.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.diorama.dataset.sampling.Choice;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Constant;
import studio.diorama.dataset.sampling.Extremes;
import studio.diorama.dataset.sampling.LogUniform;
import studio.diorama.dataset.sampling.Normal;
import studio.diorama.dataset.sampling.PerAxis;
import studio.diorama.dataset.sampling.Period;
import studio.diorama.dataset.sampling.Randomiser;
import studio.diorama.dataset.sampling.Uniform;
import studio.diorama.dataset.sampling.UniformInt;
import studio.diorama.dataset.sampling.Varied;

/// Reads constants and randomisers.
final class ValueReader {

    private ValueReader() {}

    /// A number, within limits.
    static Varied<Components> number(JsonPlace place, NumberLimits limits) {
        return limited(place, limits, varied(place, inner -> numbers(inner, 1)));
    }

    /// A vector, each axis within limits.
    static Varied<Components> vector(JsonPlace place, int size, NumberLimits limits) {
        return limited(place, limits, varied(place, inner -> numbers(inner, size)));
    }

    /// A number of an optional key.
    static Varied<Components> number(JsonPlace parent, String key, NumberLimits limits, double otherwise) {
        return parent.find(key).map(place -> number(place, limits)).orElse(Varied.constant(otherwise));
    }

    /// A vector of an optional key.
    static Varied<Components> vector(JsonPlace parent, String key, NumberLimits limits, double... otherwise) {
        return parent.find(key)
                .map(place -> vector(place, otherwise.length, limits))
                .orElse(Varied.constant(otherwise));
    }

    /// A whole number, within limits.
    static Varied<Components> count(JsonPlace place, NumberLimits limits) {
        Varied<Components> value = number(place, limits);
        if (!isWhole(value.randomiser())) {
            throw place.refuse("expected whole numbers: a constant, uniformInt, or a choice between such");
        }
        return value;
    }

    /// A name.
    static Varied<String> name(JsonPlace place) {
        return varied(place, ValueReader::names);
    }

    private static <T> Varied<T> varied(JsonPlace place, Function<JsonPlace, Randomiser<T>> read) {
        Randomiser<T> randomiser = read.apply(place);
        Period period = place.find("per").map(per -> per.oneOf(Period.class)).orElse(Period.CLIP);
        Optional<String> seedName = place.find("seed").map(JsonPlace::id);
        return new Varied<>(randomiser, period, seedName);
    }

    private static Varied<Components> limited(JsonPlace place, NumberLimits limits, Varied<Components> value) {
        for (Components extreme : Extremes.of(value.randomiser())) {
            for (double number : extreme.values()) {
                if (!limits.allows(number)) {
                    throw place.refuse("expected numbers %s, got %s".formatted(limits, number));
                }
            }
        }
        return value;
    }

    private static Randomiser<Components> numbers(JsonPlace place, int size) {
        if (place.isArray()) {
            return perAxis(place, size);
        }
        if (!place.isObject()) {
            if (size != 1) {
                throw place.refuse(
                        "expected an array of %d numbers or a randomiser, got %s".formatted(size, place.kind()));
            }
            return Randomiser.constant(place.number());
        }
        if (place.has("choice")) {
            return choice(place, inner -> numbers(inner, size));
        }
        place.onlyKeys("uniform", "uniformInt", "logUniform", "normal", "clamp", "per", "seed");
        if (place.has("normal") || place.has("clamp")) {
            lone(place, "normal");
            Bounds shape = bounds(place.get("normal"), size);
            Bounds clamp = bounds(place.get("clamp"), size);
            return place.here(() -> new Normal(shape.low(), shape.high(), clamp.low(), clamp.high()));
        }
        if (place.has("uniformInt")) {
            return uniformInt(place, size);
        }
        String kind = place.has("uniform") ? "uniform" : "logUniform";
        lone(place, kind);
        Bounds bounds = bounds(place.get(kind), size);
        return place.here(() -> kind.equals("uniform")
                ? new Uniform(bounds.low(), bounds.high())
                : new LogUniform(bounds.low(), bounds.high()));
    }

    /// One kind of randomiser at a time.
    private static void lone(JsonPlace place, String kind) {
        for (String other : List.of("uniform", "uniformInt", "logUniform", "normal")) {
            if (!other.equals(kind) && place.has(other)) {
                throw place.refuse("expected one of uniform, uniformInt, logUniform, normal, choice, got %s and %s"
                        .formatted(kind, other));
            }
        }
        if (!place.has(kind)) {
            throw place.refuse("expected one of uniform, uniformInt, logUniform, normal, choice");
        }
    }

    private static Randomiser<Components> uniformInt(JsonPlace place, int size) {
        lone(place, "uniformInt");
        if (size != 1) {
            throw place.refuse("expected a vector of %d numbers; uniformInt gives one".formatted(size));
        }
        List<JsonPlace> bounds = pair(place.get("uniformInt"));
        int low = bounds.get(0).whole();
        int high = bounds.get(1).whole();
        return place.here(() -> new UniformInt(low, high));
    }

    private static Randomiser<Components> perAxis(JsonPlace place, int size) {
        List<JsonPlace> items = place.items();
        if (items.size() != size || size == 1) {
            throw place.refuse(
                    size == 1
                            ? "expected one number or a randomiser, got an array"
                            : "expected %d numbers, got %d".formatted(size, items.size()));
        }
        if (items.stream().noneMatch(JsonPlace::isObject)) {
            return Randomiser.constant(
                    items.stream().mapToDouble(JsonPlace::number).toArray());
        }
        List<Randomiser<Components>> axes = new ArrayList<>();
        for (JsonPlace item : items) {
            if (item.has("per") || item.has("seed")) {
                throw item.refuse("expected 'per' and 'seed' on a whole vector given as one randomiser");
            }
            axes.add(numbers(item, 1));
        }
        return new PerAxis(axes);
    }

    private static Randomiser<String> names(JsonPlace place) {
        if (place.isText()) {
            return new Constant<>(place.text());
        }
        if (place.isObject() && place.has("oneOf")) {
            place.onlyKeys("oneOf", "per", "seed");
            List<String> texts =
                    place.get("oneOf").items().stream().map(JsonPlace::text).toList();
            if (texts.isEmpty()) {
                throw place.get("oneOf").refuse("expected at least one name, got none");
            }
            return Randomiser.oneOf(texts);
        }
        if (place.isObject() && place.has("choice")) {
            return choice(place, ValueReader::names);
        }
        throw place.refuse("expected a name, oneOf or choice, got " + place.kind());
    }

    private static <T> Choice<T> choice(JsonPlace place, Function<JsonPlace, Randomiser<T>> read) {
        place.onlyKeys("choice", "stratified", "per", "seed");
        List<Choice.Portion<T>> portions = new ArrayList<>();
        for (JsonPlace item : place.get("choice").items()) {
            item.onlyKeys("percent", "value");
            JsonPlace value = item.get("value");
            if (value.isObject() && (value.has("per") || value.has("seed"))) {
                throw value.refuse("expected 'per' and 'seed' on the outermost randomiser only");
            }
            double percent = item.get("percent").number();
            Randomiser<T> inner = read.apply(value);
            portions.add(item.here(() -> new Choice.Portion<>(percent, inner)));
        }
        boolean stratified = place.find("stratified").map(JsonPlace::flag).orElse(false);
        return place.here(() -> new Choice<>(portions, stratified));
    }

    private record Bounds(Components low, Components high) {}

    private static Bounds bounds(JsonPlace place, int size) {
        List<JsonPlace> items = pair(place);
        return new Bounds(fixed(items.get(0), size), fixed(items.get(1), size));
    }

    private static List<JsonPlace> pair(JsonPlace place) {
        List<JsonPlace> items = place.items();
        if (items.size() != 2) {
            throw place.refuse("expected an array of 2, got %d".formatted(items.size()));
        }
        return items;
    }

    /// A vector of plain numbers.
    private static Components fixed(JsonPlace place, int size) {
        if (size == 1) {
            return Components.of(place.number());
        }
        List<JsonPlace> items = place.items();
        if (items.size() != size) {
            throw place.refuse("expected %d numbers, got %d".formatted(size, items.size()));
        }
        return Components.of(items.stream().mapToDouble(JsonPlace::number).toArray());
    }

    private static boolean isWhole(Randomiser<Components> randomiser) {
        return switch (randomiser) {
            case UniformInt whole -> true;
            case Constant<Components> constant -> {
                double value = constant.value().single();
                yield value == StrictMath.rint(value);
            }
            case Choice<Components> choice -> choice.portions().stream().allMatch(portion -> isWhole(portion.value()));
            case Uniform uniform -> false;
            case LogUniform octaves -> false;
            case Normal normal -> false;
            case PerAxis vector -> false;
        };
    }
}
