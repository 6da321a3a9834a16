package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.ResolvedPose;
import studio.diorama.dataset.scene.Constraints;
import studio.diorama.dataset.scene.Constraints.OnFail;
import studio.diorama.dataset.scene.ObjectRule;
import studio.diorama.dataset.scene.ObjectRule.PhysicsMode;
import studio.diorama.dataset.scene.PositionRule;
import studio.diorama.dataset.scene.RotationRule;
import studio.diorama.dataset.scene.SceneDescription;

/// Finds a place for each object, one after the other, each drawn again while it goes through those before it.
final class ObjectPlacement {

    private final SceneDescription scene;
    private final SceneAssets assets;
    private final DropSimulation drop;
    private final Draws draws;
    private final SplitPlan splits;
    private final Map<String, Placed> placed = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();
    private long drawn;

    ObjectPlacement(SceneDescription scene, SceneAssets assets, DropSimulation drop, Draws draws, SplitPlan splits) {
        this.scene = requireNonNull(scene, "scene is null");
        this.assets = requireNonNull(assets, "assets is null");
        this.drop = requireNonNull(drop, "drop is null");
        this.draws = requireNonNull(draws, "draws is null");
        this.splits = requireNonNull(splits, "splits is null");
    }

    /// @param firstTries the try that an object starts with, by its id; absent ones start with 0
    void place(Map<String, Integer> firstTries) {
        int instance = 0;
        for (ObjectRule rule : scene.objects()) {
            int count = (int) draws.draw(rule.count(), "objects/" + rule.id() + "/count", 0)
                    .single();
            for (int number = 1; number <= count; number++) {
                instance++;
                String id = rule.id() + "/" + number;
                place(rule, id, instance, firstTries.getOrDefault(id, 0));
            }
        }
        fall();
    }

    /// Those that found a place, in the scene's order.
    List<Placed> placed() {
        return List.copyOf(placed.values());
    }

    List<String> dropped() {
        return List.copyOf(dropped);
    }

    long drawn() {
        return drawn;
    }

    private void place(ObjectRule rule, String id, int instance, int firstTry) {
        Constraints constraints = scene.constraints();
        String field = "objects/" + id;
        int last = canBeRedrawn(rule) ? constraints.tries() : 1;
        Placed blocking = null;
        for (int attempt = firstTry; attempt < last; attempt++) {
            drawn++;
            Placed candidate = draw(rule, id, instance, field, attempt);
            blocking = constraints.noIntersection() ? crossing(candidate) : null;
            if (blocking == null) {
                placed.put(id, candidate);
                return;
            }
        }
        fail(
                id,
                firstTry >= last
                        ? "it was never seen well enough"
                        : "it goes through '%s' wherever it is drawn".formatted(blocking.id()));
    }

    /// @throws DioramaException where the scene says that frames fail
    private void fail(String id, String reason) {
        if (scene.constraints().onFail() == OnFail.FAIL_FRAME) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Frame %d found no place for '%s' in %d tries: %s. Widen its ranges, or lower its count."
                            .formatted(
                                    draws.key().frame(), id, scene.constraints().tries(), reason));
        }
        dropped.add(id);
    }

    private Placed draw(ObjectRule rule, String id, int instance, String field, int attempt) {
        Varied<String> owned = splits.restrict(rule.asset(), draws.key().frame());
        SceneAsset asset = assets.get(draws.draw(owned, field + "/asset", attempt));
        Components scale = draws.draw(rule.scale(), field + "/scale", attempt);
        ResolvedPose pose = new ResolvedPose(
                PlacementDraw.position(draws, rule.position(), field + "/position", attempt),
                PlacementDraw.rotation(draws, rule.rotation(), field + "/rotation", attempt),
                PlacementDraw.vector(scale));
        return Placed.of(instance, id, rule, asset, pose, attempt);
    }

    private Placed crossing(Placed candidate) {
        return placed.values().stream().filter(candidate::crosses).findFirst().orElse(null);
    }

    /// Whether another try can give another pose.
    static boolean canBeRedrawn(ObjectRule rule) {
        boolean moves = switch (rule.position()) {
            case PositionRule.At at -> at.point().canBeRedrawn();
            case PositionRule.Shell shell -> true;
        };
        boolean turns = switch (rule.rotation()) {
            case RotationRule.Anywhere any -> true;
            case RotationRule.Heading heading -> heading.angle().canBeRedrawn();
            case RotationRule.HeadingPitchRoll angles -> angles.angles().canBeRedrawn();
            case RotationRule.Quaternion quaternion -> quaternion.value().canBeRedrawn();
        };
        return moves || turns || rule.scale().canBeRedrawn() || rule.asset().canBeRedrawn();
    }

    private void fall() {
        List<Placed> bodies = placed.values().stream()
                .filter(object -> object.rule().physics() != PhysicsMode.NONE)
                .toList();
        if (bodies.stream().noneMatch(ObjectPlacement::falls)) {
            return;
        }
        List<ResolvedPose> poses = drop.settle(bodies.stream()
                .map(body -> new DropSimulation.Body(body.asset(), body.pose(), falls(body)))
                .toList());
        for (int i = 0; i < bodies.size(); i++) {
            if (falls(bodies.get(i))) {
                placed.put(bodies.get(i).id(), bodies.get(i).movedTo(poses.get(i)));
            }
        }
    }

    private static boolean falls(Placed object) {
        return object.rule().physics() == PhysicsMode.DROP;
    }

    /// Where an object is, for those who ask whether it is in view.
    static Vector3 middle(Placed object) {
        return new Vector3(
                0.5 * (object.bounds().min().x() + object.bounds().max().x()),
                0.5 * (object.bounds().min().y() + object.bounds().max().y()),
                0.5 * (object.bounds().min().z() + object.bounds().max().z()));
    }
}
