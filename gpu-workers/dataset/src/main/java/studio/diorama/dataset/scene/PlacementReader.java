package studio.diorama.dataset.scene;

import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Constant;
import studio.diorama.dataset.sampling.Uniform;
import studio.diorama.dataset.sampling.Varied;

/// Reads where things are and how they are turned.
final class PlacementReader {

    private static final double LOWEST_VIEW = 0.1;
    private static final double HIGHEST_VIEW = 1.3;

    private PlacementReader() {}

    static PositionRule position(JsonPlace parent, double... otherwise) {
        return parent.find("position")
                .map(PlacementReader::position)
                .orElse(new PositionRule.At(Varied.constant(otherwise)));
    }

    private static PositionRule position(JsonPlace place) {
        if (!place.isObject() || !place.has("shell")) {
            return new PositionRule.At(ValueReader.vector(place, 3, NumberLimits.LENGTH));
        }
        JsonPlace shell = place.onlyKeys("shell").get("shell").onlyKeys("center", "radius", "elevation", "azimuth");
        return new PositionRule.Shell(
                ValueReader.vector(shell, "center", NumberLimits.LENGTH, 0, 0, 0),
                ValueReader.number(shell.get("radius"), NumberLimits.POSITIVE),
                shell.find("elevation")
                        .map(angle -> ValueReader.number(angle, NumberLimits.between(-1.5707, 1.5707)))
                        .orElse(uniform(LOWEST_VIEW, HIGHEST_VIEW)),
                shell.find("azimuth")
                        .map(angle -> ValueReader.number(angle, NumberLimits.ANGLE))
                        .orElse(uniform(0, 2 * StrictMath.PI)));
    }

    static RotationRule rotation(JsonPlace parent) {
        return parent.find("rotation").map(PlacementReader::turned).orElse(RotationRule.NONE);
    }

    private static RotationRule turned(JsonPlace place) {
        if (place.isText()) {
            if (!place.text().equals("any")) {
                throw place.refuse("expected 'any', yaw, angles or quaternion, got " + place.kind());
            }
            return new RotationRule.Anywhere();
        }
        place.onlyKeys("yaw", "angles", "quaternion");
        if (place.node().size() != 1) {
            throw place.refuse("expected exactly one of yaw, angles and quaternion");
        }
        if (place.has("quaternion")) {
            JsonPlace value = place.get("quaternion");
            Varied<Components> quaternion = ValueReader.vector(value, 4, NumberLimits.between(-1, 1));
            if (!(quaternion.randomiser() instanceof Constant<Components>)) {
                throw value.refuse("expected four plain numbers; to vary a rotation use 'any', yaw or angles");
            }
            return place.here(() -> new RotationRule.Quaternion(quaternion));
        }
        if (place.has("angles")) {
            return new RotationRule.HeadingPitchRoll(ValueReader.vector(place.get("angles"), 3, NumberLimits.ANGLE));
        }
        return new RotationRule.Heading(ValueReader.number(place.get("yaw"), NumberLimits.ANGLE));
    }

    private static Varied<Components> uniform(double low, double high) {
        return Varied.of(new Uniform(Components.of(low), Components.of(high)));
    }
}
