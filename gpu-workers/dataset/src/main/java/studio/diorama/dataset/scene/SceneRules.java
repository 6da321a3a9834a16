package studio.diorama.dataset.scene;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.sampling.Choice;
import studio.diorama.dataset.sampling.Constant;
import studio.diorama.dataset.sampling.Extremes;
import studio.diorama.dataset.sampling.Randomiser;

/// What must hold between the parts of a scene: unique names, and names that lead somewhere.
final class SceneRules {

    /// Instance ids are 16 bits, and 0 is the background.
    private static final int MOST_OBJECTS = 65_535;

    private SceneRules() {}

    static void check(
            List<SceneClass> classes,
            Map<String, AssetRule> assets,
            List<ObjectRule> objects,
            List<LightRule> lights,
            List<CameraRule> cameras) {
        if (cameras.isEmpty()) {
            throw refuse("cameras", "expected at least one camera, got none");
        }
        unique("classes", classes, SceneClass::name);
        unique("classes", classes, SceneClass::id);
        unique("objects", objects, ObjectRule::id);
        unique("cameras", cameras, CameraRule::id);
        parentsExist(classes);
        objectsLeadSomewhere(classes, assets, objects);
        if (lights.stream().filter(LightRule::surrounds).count() > 1) {
            throw refuse("lights", "expected at most one of sky, environment and ambient, got several");
        }
        double most = objects.stream()
                .mapToDouble(object -> Extremes.largest(object.count().randomiser()))
                .sum();
        if (most > MOST_OBJECTS) {
            throw refuse(
                    "objects",
                    "expected at most %d objects in a frame, got up to %.0f: lower the counts"
                            .formatted(MOST_OBJECTS, most));
        }
    }

    private static void parentsExist(List<SceneClass> classes) {
        for (int i = 0; i < classes.size(); i++) {
            SceneClass child = classes.get(i);
            Set<String> seen = new HashSet<>();
            SceneClass at = child;
            while (at.parent().isPresent()) {
                String parent = at.parent().get();
                int index = i;
                at = classes.stream()
                        .filter(candidate -> candidate.name().equals(parent))
                        .findFirst()
                        .orElseThrow(() -> refuse(
                                "classes[%d].parent".formatted(index), "there is no class '%s'".formatted(parent)));
                if (!seen.add(at.name())) {
                    throw refuse("classes[%d].parent".formatted(i), "'%s' is its own ancestor".formatted(at.name()));
                }
            }
        }
    }

    private static void objectsLeadSomewhere(
            List<SceneClass> classes, Map<String, AssetRule> assets, List<ObjectRule> objects) {
        for (int i = 0; i < objects.size(); i++) {
            ObjectRule object = objects.get(i);
            if (classes.stream().noneMatch(known -> known.name().equals(object.className()))) {
                throw refuse(
                        "objects[%d].class".formatted(i),
                        "there is no class '%s'; the scene has %s"
                                .formatted(
                                        object.className(),
                                        classes.stream().map(SceneClass::name).toList()));
            }
            for (String asset : names(object.asset().randomiser())) {
                if (!assets.containsKey(asset)) {
                    throw refuse(
                            "objects[%d].asset".formatted(i),
                            "there is no asset '%s'; the scene has %s"
                                    .formatted(
                                            asset,
                                            assets.keySet().stream().sorted().toList()));
                }
            }
        }
    }

    /// All names that a draw can give.
    static List<String> names(Randomiser<String> randomiser) {
        return switch (randomiser) {
            case Constant<String> constant -> List.of(constant.value());
            case Choice<String> choice ->
                choice.portions().stream()
                        .flatMap(portion -> names(portion.value()).stream())
                        .toList();
        };
    }

    private static <T> void unique(String list, List<T> values, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(key.apply(values.get(i)))) {
                throw refuse(
                        "%s[%d]".formatted(list, i),
                        "'%s' is taken by an earlier entry".formatted(key.apply(values.get(i))));
            }
        }
    }

    static DioramaException refuse(String path, String problem) {
        return new DioramaException(ErrorCode.INVALID_INPUT, "Scene %s: %s.".formatted(path, problem));
    }
}
