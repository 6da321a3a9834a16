package studio.diorama.dataset.scene;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.scene.Constraints.OnFail;

/// Reads scene files. Whatever is not known is refused, with its place: a misspelt key never passes for a default.
public final class SceneReader {

    /// A scene with a thousand objects has about 300 kB.
    private static final int MOST_BYTES = 4 << 20;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private SceneReader() {}

    /// @throws DioramaException where the file is absent, too large, no JSON or no scene
    public static SceneDescription read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DioramaException(
                        ErrorCode.TOO_LARGE, "Expected a scene of at most %d bytes.".formatted(MOST_BYTES));
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.NOT_FOUND,
                    "Expected a scene file called '%s' in UTF-8 that can be read.".formatted(file.getFileName()),
                    e);
        }
    }

    /// @throws DioramaException where the text is too large, no JSON or no scene
    public static SceneDescription parse(String text) {
        if (text.length() > MOST_BYTES) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE, "Expected a scene of at most %d letters.".formatted(MOST_BYTES));
        }
        try {
            return parse(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw JsonPlace.malformed(
                    "The scene is no JSON: line %d, column %d: %s."
                            .formatted(
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr(),
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    e);
        }
    }

    /// @throws DioramaException where the value is no scene
    public static SceneDescription parse(JsonNode node) {
        JsonPlace file = new JsonPlace(node, "");
        file.onlyKeys(
                "format",
                "name",
                "classes",
                "assets",
                "objects",
                "lights",
                "cameras",
                "weather",
                "constraints",
                "clip");
        if (!file.get("format").text().equals(SceneDescription.FORMAT)) {
            throw file.get("format")
                    .refuse("expected '%s', got %s"
                            .formatted(
                                    SceneDescription.FORMAT, file.get("format").kind()));
        }
        Map<String, AssetRule> assets = new TreeMap<>();
        file.find("assets").ifPresent(place -> {
            if (!place.isObject()) {
                throw place.refuse("expected an object, got " + place.kind());
            }
            place.node().fieldNames().forEachRemaining(name -> assets.put(name, asset(place.get(name))));
        });
        return new SceneDescription(
                file.get("name").id(),
                node,
                SceneHash.of(node),
                file.items("classes").stream().map(SceneReader::sceneClass).toList(),
                assets,
                file.items("objects").stream().map(ObjectReader::read).toList(),
                file.items("lights").stream().map(LightReader::read).toList(),
                file.get("cameras").items().stream().map(CameraReader::read).toList(),
                file.find("weather").map(SceneReader::weather),
                file.find("constraints").map(SceneReader::constraints).orElse(Constraints.NONE),
                file.find("clip").map(SceneReader::clip));
    }

    private static SceneClass sceneClass(JsonPlace place) {
        place.onlyKeys("id", "name", "kind", "parent", "color", "names");
        Map<String, String> names = new TreeMap<>();
        place.find("names").ifPresent(inner -> {
            if (!inner.isObject()) {
                throw inner.refuse("expected an object, got " + inner.kind());
            }
            inner.node()
                    .fieldNames()
                    .forEachRemaining(key -> names.put(key, inner.get(key).text()));
        });
        int id = place.get("id").whole();
        return place.here(() -> new SceneClass(
                id,
                place.get("name").text(),
                place.find("kind")
                        .map(kind -> kind.oneOf(SceneClass.Kind.class))
                        .orElse(SceneClass.Kind.THING),
                place.find("parent").map(JsonPlace::text),
                place.find("color").map(SceneReader::color).orElse(SceneColours.of(id)),
                names));
    }

    private static int color(JsonPlace place) {
        String text = place.text();
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            throw place.refuse("expected a colour such as #1f77b4, got " + place.kind());
        }
        return Integer.parseInt(text.substring(1), 16);
    }

    private static AssetRule asset(JsonPlace place) {
        place.onlyKeys("builtin", "variant", "file", "artifact", "licence", "lineage");
        long sources = List.of("builtin", "file", "artifact").stream()
                .filter(place::has)
                .count();
        if (sources != 1) {
            throw place.refuse("expected exactly one of builtin, file and artifact, got " + sources);
        }
        if (place.has("variant") && !place.has("builtin")) {
            throw place.refuse("expected variant beside builtin alone");
        }
        AssetSource source = place.here(() -> {
            if (place.has("builtin")) {
                return new AssetSource.Builtin(
                        place.get("builtin").text(),
                        place.find("variant").map(JsonPlace::whole).orElse(0));
            }
            return place.has("file")
                    ? new AssetSource.File(place.get("file").text())
                    : new AssetSource.Artifact(place.get("artifact").text());
        });
        return new AssetRule(
                source,
                place.find("licence").map(JsonPlace::text),
                place.find("lineage").map(JsonPlace::text));
    }

    private static WeatherRule weather(JsonPlace place) {
        place.onlyKeys("fogVisibility", "fogHeight", "rain", "snow", "wet", "snowCover");
        NumberLimits metres = NumberLimits.between(1, 1e6);
        return new WeatherRule(
                place.find("fogVisibility").map(value -> ValueReader.number(value, metres)),
                place.find("fogHeight").map(value -> ValueReader.number(value, metres)),
                ValueReader.number(place, "rain", NumberLimits.between(0, 200), 0),
                ValueReader.number(place, "snow", NumberLimits.between(0, 50), 0),
                ValueReader.number(place, "wet", NumberLimits.UNIT, 0),
                ValueReader.number(place, "snowCover", NumberLimits.UNIT, 0));
    }

    private static Constraints constraints(JsonPlace place) {
        place.onlyKeys("noIntersection", "inView", "minVisiblePixels", "minVisibility", "tries", "onFail");
        return place.here(() -> new Constraints(
                place.find("noIntersection").map(JsonPlace::flag).orElse(false),
                place.find("inView").map(JsonPlace::flag).orElse(false),
                place.find("minVisiblePixels").map(JsonPlace::whole).orElse(0),
                place.find("minVisibility").map(JsonPlace::number).orElse(0.0),
                place.find("tries").map(JsonPlace::whole).orElse(Constraints.NONE.tries()),
                place.find("onFail").map(way -> way.oneOf(OnFail.class)).orElse(OnFail.DROP_OBJECT)));
    }

    private static ClipRule clip(JsonPlace place) {
        place.onlyKeys("frames", "framesPerSecond");
        return place.here(() -> new ClipRule(
                place.get("frames").whole(),
                place.find("framesPerSecond").map(JsonPlace::number).orElse(24.0)));
    }
}
