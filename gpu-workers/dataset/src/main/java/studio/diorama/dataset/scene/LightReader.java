package studio.diorama.dataset.scene;

import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// Reads an entry of `lights`.
final class LightReader {

    private static final NumberLimits ELEVATION = NumberLimits.between(-1.5708, 1.5708);
    private static final NumberLimits CONE = new NumberLimits(0, 1.57, true);

    private LightReader() {}

    static LightRule read(JsonPlace place) {
        if (!place.isObject()) {
            throw place.refuse("expected an object, got " + place.kind());
        }
        JsonPlace type = place.get("type");
        return switch (type.text()) {
            case "sky" -> sky(place);
            case "environment" -> environment(place);
            case "ambient" -> ambient(place);
            case "directional" -> directional(place);
            case "point" -> point(place);
            case "spot" -> spot(place);
            case "area" -> area(place);
            default ->
                throw type.refuse("expected one of sky, environment, ambient, directional, point, spot, area, got "
                        + type.kind());
        };
    }

    private static LightRule sky(JsonPlace place) {
        place.onlyKeys("type", "sunElevation", "sunAzimuth", "turbidity", "groundAlbedo");
        return new LightRule.Sky(
                ValueReader.number(place, "sunElevation", ELEVATION, 0.8),
                ValueReader.number(place, "sunAzimuth", NumberLimits.ANGLE, 0.6),
                ValueReader.number(place, "turbidity", NumberLimits.between(2, 10), 3),
                ValueReader.number(place, "groundAlbedo", NumberLimits.UNIT, 0.2));
    }

    private static LightRule environment(JsonPlace place) {
        place.onlyKeys("type", "file", "rotation", "intensity");
        Varied<String> file = ValueReader.name(place.get("file"));
        for (String path : SceneRules.names(file.randomiser())) {
            place.get("file").here(() -> new AssetSource.File(path));
        }
        return new LightRule.Environment(
                file,
                ValueReader.number(place, "rotation", NumberLimits.ANGLE, 0),
                ValueReader.number(place, "intensity", NumberLimits.NOT_NEGATIVE, 1000));
    }

    private static LightRule ambient(JsonPlace place) {
        place.onlyKeys("type", "radiance");
        return new LightRule.Ambient(ValueReader.vector(place.get("radiance"), 3, NumberLimits.NOT_NEGATIVE));
    }

    private static LightRule directional(JsonPlace place) {
        place.onlyKeys("type", "elevation", "azimuth", "illuminance", "color");
        return new LightRule.Directional(
                ValueReader.number(place, "elevation", ELEVATION, 0.8),
                ValueReader.number(place, "azimuth", NumberLimits.ANGLE, 0.6),
                ValueReader.number(place.get("illuminance"), NumberLimits.NOT_NEGATIVE),
                color(place));
    }

    private static LightRule point(JsonPlace place) {
        place.onlyKeys("type", "position", "intensity", "color");
        return new LightRule.Point(
                PlacementReader.position(place, 0, 2, 0),
                ValueReader.number(place.get("intensity"), NumberLimits.NOT_NEGATIVE),
                color(place));
    }

    private static LightRule spot(JsonPlace place) {
        place.onlyKeys("type", "position", "target", "intensity", "innerAngle", "outerAngle", "color");
        return new LightRule.Spot(
                PlacementReader.position(place, 0, 2, 0),
                ValueReader.vector(place, "target", NumberLimits.LENGTH, 0, 0, 0),
                ValueReader.number(place.get("intensity"), NumberLimits.NOT_NEGATIVE),
                ValueReader.number(place, "innerAngle", CONE, 0.3),
                ValueReader.number(place, "outerAngle", CONE, 0.5),
                color(place));
    }

    private static LightRule area(JsonPlace place) {
        place.onlyKeys("type", "position", "target", "size", "power", "color");
        return new LightRule.Area(
                PlacementReader.position(place, 0, 2, 0),
                ValueReader.vector(place, "target", NumberLimits.LENGTH, 0, 0, 0),
                ValueReader.vector(place, "size", new NumberLimits(0, 1e4, true), 1, 1),
                ValueReader.number(place.get("power"), NumberLimits.NOT_NEGATIVE),
                color(place));
    }

    private static Varied<Components> color(JsonPlace place) {
        return ValueReader.vector(place, "color", NumberLimits.UNIT, 1, 1, 1);
    }
}
