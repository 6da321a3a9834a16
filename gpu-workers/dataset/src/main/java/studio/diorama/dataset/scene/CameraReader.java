package studio.diorama.dataset.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Constant;
import studio.diorama.dataset.sampling.PerAxis;
import studio.diorama.dataset.sampling.Randomiser;
import studio.diorama.dataset.sampling.Varied;
import studio.diorama.dataset.scene.CameraRule.AimRule;
import studio.diorama.dataset.scene.CameraRule.LensRule;
import studio.diorama.dataset.scene.CameraRule.ToneMapping;

/// Reads an entry of `cameras`.
final class CameraReader {

    private static final NumberLimits VIEW_ANGLE = NumberLimits.between(0.01, 3.0);
    private static final NumberLimits DISTORTION = NumberLimits.between(-2, 2);

    private CameraReader() {}

    static CameraRule read(JsonPlace place) {
        place.onlyKeys(
                "id",
                "size",
                "fovY",
                "focal",
                "sensorWidth",
                "k",
                "distortion",
                "position",
                "lookAt",
                "roll",
                "rotation",
                "velocity",
                "exposure",
                "toneMap",
                "near",
                "aperture",
                "focus",
                "shutter",
                "noise");
        List<JsonPlace> size = place.get("size").items();
        if (size.size() != 2) {
            throw place.get("size").refuse("expected width and height, got %d numbers".formatted(size.size()));
        }
        int width = size.get(0).whole();
        int height = size.get(1).whole();
        String id = place.get("id").id();
        LensRule lens = lens(place);
        return place.here(() -> new CameraRule(
                id,
                width,
                height,
                lens,
                place.find("distortion").map(CameraReader::distortion).orElse(Varied.constant(0, 0, 0, 0, 0)),
                PlacementReader.position(place, 0, 0, 0),
                aim(place),
                ValueReader.vector(place, "velocity", NumberLimits.LENGTH, 0, 0, 0),
                place.find("exposure").map(value -> ValueReader.number(value, NumberLimits.between(-20, 30))),
                place.find("toneMap").map(tone -> tone.oneOf(ToneMapping.class)).orElse(ToneMapping.FILMIC),
                place.find("near").map(CameraReader::near).orElse(0.01),
                ValueReader.number(place, "aperture", NumberLimits.between(0, 0.99), 0),
                ValueReader.number(place, "focus", NumberLimits.between(0.001, 1e6), 1),
                ValueReader.number(place, "shutter", NumberLimits.UNIT, 0),
                place.find("noise").map(CameraReader::noise).orElse(NoiseRule.NONE)));
    }

    private static LensRule lens(JsonPlace place) {
        long ways = List.of("fovY", "focal", "k").stream().filter(place::has).count();
        if (ways != 1) {
            throw place.refuse("expected exactly one of fovY, focal (with sensorWidth) and k, got " + ways);
        }
        if (place.has("focal") != place.has("sensorWidth")) {
            throw place.refuse("expected focal and sensorWidth together");
        }
        if (place.has("fovY")) {
            return new LensRule.FieldOfView(ValueReader.number(place.get("fovY"), VIEW_ANGLE));
        }
        if (place.has("focal")) {
            return new LensRule.FocalLength(
                    ValueReader.number(place.get("focal"), NumberLimits.between(0.1, 10_000)),
                    ValueReader.number(place.get("sensorWidth"), NumberLimits.between(0.1, 1_000)));
        }
        Varied<Components> k = ValueReader.vector(place.get("k"), 4, NumberLimits.between(-1e6, 1e6));
        if (k.randomiser() instanceof Constant<Components> constant
                && (constant.value().get(0) <= 0 || constant.value().get(1) <= 0)) {
            throw place.get("k").refuse("expected focal lengths fx and fy above 0: the matrix is singular");
        }
        return new LensRule.Matrix(k);
    }

    private static Varied<Components> distortion(JsonPlace place) {
        place.onlyKeys("k1", "k2", "k3", "p1", "p2");
        List<Randomiser<Components>> axes = List.of("k1", "k2", "k3", "p1", "p2").stream()
                .map(name -> ValueReader.number(place, name, DISTORTION, 0).randomiser())
                .toList();
        if (axes.stream().allMatch(Randomiser::isConstant)) {
            return Varied.constant(axes.stream()
                    .mapToDouble(axis -> ((Constant<Components>) axis).value().single())
                    .toArray());
        }
        return Varied.of(new PerAxis(axes));
    }

    private static double near(JsonPlace place) {
        double metres = place.number();
        if (!(metres >= 1e-4 && metres <= 1000)) {
            throw place.refuse("expected 0.0001 to 1000 metres, got " + metres);
        }
        return metres;
    }

    private static AimRule aim(JsonPlace place) {
        if (place.has("rotation")) {
            if (place.has("lookAt") || place.has("roll")) {
                throw place.refuse("expected either lookAt (with roll) or rotation, got both");
            }
            return new AimRule.Turned(PlacementReader.rotation(place));
        }
        return new AimRule.LookAt(
                ValueReader.vector(place, "lookAt", NumberLimits.LENGTH, 0, 0, 0),
                ValueReader.number(place, "roll", NumberLimits.ANGLE, 0));
    }

    /// Texts are names and all else is a number: which of them a model takes, the model checks.
    private static NoiseRule noise(JsonPlace place) {
        if (!place.isObject()) {
            throw place.refuse("expected an object, got " + place.kind());
        }
        String model = place.get("model").id();
        Map<String, Varied<Components>> numbers = new HashMap<>();
        Map<String, Varied<String>> texts = new HashMap<>();
        place.node().fieldNames().forEachRemaining(key -> {
            JsonPlace value = place.get(key);
            if (!key.equals("model") && (value.isText() || value.has("oneOf"))) {
                texts.put(key, ValueReader.name(value));
            } else if (!key.equals("model")) {
                numbers.put(key, ValueReader.number(value, NumberLimits.NOT_NEGATIVE));
            }
        });
        return new NoiseRule(model, numbers, texts);
    }
}
