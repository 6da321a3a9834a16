package studio.diorama.dataset.scene;

import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;
import studio.diorama.dataset.scene.ObjectRule.LabelMode;
import studio.diorama.dataset.scene.ObjectRule.MotionRule;
import studio.diorama.dataset.scene.ObjectRule.PhysicsMode;

/// Reads an entry of `objects`.
final class ObjectReader {

    private ObjectReader() {}

    static ObjectRule read(JsonPlace place) {
        place.onlyKeys(
                "id",
                "asset",
                "class",
                "count",
                "position",
                "rotation",
                "scale",
                "material",
                "labels",
                "physics",
                "motion");
        return new ObjectRule(
                place.get("id").id(),
                ValueReader.name(place.get("asset")),
                place.get("class").text(),
                place.find("count")
                        .map(count -> ValueReader.count(count, NumberLimits.COUNT))
                        .orElse(Varied.constant(1)),
                PlacementReader.position(place, 0, 0, 0),
                PlacementReader.rotation(place),
                place.find("scale").map(ObjectReader::scale).orElse(Varied.constant(1)),
                place.find("material").map(ObjectReader::material).orElse(MaterialRule.UNCHANGED),
                place.find("labels").map(mode -> mode.oneOf(LabelMode.class)).orElse(LabelMode.SURFACE),
                place.find("physics").map(mode -> mode.oneOf(PhysicsMode.class)).orElse(PhysicsMode.STATIC),
                place.find("motion").map(ObjectReader::motion));
    }

    private static Varied<Components> scale(JsonPlace place) {
        NumberLimits limits = new NumberLimits(0, 1e4, true);
        return place.isArray() ? ValueReader.vector(place, 3, limits) : ValueReader.number(place, limits);
    }

    private static MaterialRule material(JsonPlace place) {
        place.onlyKeys("baseColor", "metallic", "roughness", "emissive", "texture");
        return new MaterialRule(
                place.find("baseColor").map(color -> ValueReader.vector(color, 3, NumberLimits.UNIT)),
                place.find("metallic").map(factor -> ValueReader.number(factor, NumberLimits.UNIT)),
                place.find("roughness").map(factor -> ValueReader.number(factor, NumberLimits.UNIT)),
                place.find("emissive").map(color -> ValueReader.vector(color, 3, NumberLimits.NOT_NEGATIVE)),
                place.find("texture").map(ValueReader::name));
    }

    private static MotionRule motion(JsonPlace place) {
        place.onlyKeys("velocity", "spin");
        return new MotionRule(
                ValueReader.vector(place, "velocity", NumberLimits.LENGTH, 0, 0, 0),
                ValueReader.vector(place, "spin", NumberLimits.ANGLE, 0, 0, 0));
    }
}
