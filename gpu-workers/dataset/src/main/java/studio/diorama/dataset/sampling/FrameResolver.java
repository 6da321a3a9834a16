package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.MovingPose;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedMaterial;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.scene.CameraRule;
import studio.diorama.dataset.scene.LightRule;
import studio.diorama.dataset.scene.MaterialRule;
import studio.diorama.dataset.scene.ObjectRule;
import studio.diorama.dataset.scene.ObjectRule.MotionRule;
import studio.diorama.dataset.scene.SceneDescription;

/// Draws frames: from a scene, a seed and a number to a frame with every value fixed. Nothing else matters, so frame 17
/// is the same alone, among a hundred, and on any machine.
public final class FrameResolver {

    /// A sunny day and a lit room, as exposure values at ISO 100.
    private static final double DAYLIGHT = 13;

    private static final double ROOM_LIGHT = 7;

    private final SceneDescription scene;
    private final SceneAssets assets;
    private final DropSimulation drop;
    private final Seed seed;
    private final long frames;
    private final SplitPlan splits;

    /// @param drop where falling things come to rest
    /// @param seed of the dataset
    /// @param frames of the whole dataset: quotas of stratified choices are met over all of them
    /// @param splits who owns which assets
    public FrameResolver(
            SceneDescription scene, SceneAssets assets, DropSimulation drop, Seed seed, long frames, SplitPlan splits) {
        this.scene = requireNonNull(scene, "scene is null");
        this.assets = requireNonNull(assets, "assets is null");
        this.drop = requireNonNull(drop, "drop is null");
        this.seed = requireNonNull(seed, "seed is null");
        this.frames = frames;
        this.splits = requireNonNull(splits, "splits is null");
        if (frames < 1) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Expected at least 1 frame, got " + frames + ".");
        }
    }

    public SceneDescription scene() {
        return scene;
    }

    public SceneAssets assets() {
        return assets;
    }

    public Seed seed() {
        return seed;
    }

    public long frames() {
        return frames;
    }

    /// A frame as it is first drawn.
    ///
    /// @throws DioramaException where the constraints cannot be met and the scene says that frames fail then
    public ResolvedFrame resolve(long frame) {
        return resolve(frame, Map.of());
    }

    /// A frame some of whose objects were not seen well enough.
    ///
    /// @param firstTries the try that such objects start with, by id; at the scene's limit an object is dropped
    public ResolvedFrame resolve(long frame, Map<String, Integer> firstTries) {
        FrameKey key = new FrameKey(seed, frame, frames, scene.clipFrames());
        Map<String, Integer> tries = new HashMap<>(firstTries);
        int cameraTry = 0;
        while (true) {
            Draws draws = new Draws(key);
            List<ResolvedCamera> cameras = cameras(draws, cameraTry);
            ObjectPlacement placement = new ObjectPlacement(scene, assets, drop, draws, splits);
            placement.place(tries);
            List<Placed> placed = placement.placed();
            if (CameraRoom.isInside(cameras, placed)
                    && cameraTry + 1 < scene.constraints().tries()) {
                cameraTry++;
            } else if (!sendOutOfView(cameras, placed, tries)) {
                return frame(draws, cameras, placement);
            }
        }
    }

    /// Whether objects have to be drawn again because no camera sees their middle; raises their first try.
    private boolean sendOutOfView(List<ResolvedCamera> cameras, List<Placed> placed, Map<String, Integer> tries) {
        if (!scene.constraints().inView()) {
            return false;
        }
        boolean again = false;
        for (Placed object : placed) {
            Vector3 middle = ObjectPlacement.middle(object);
            boolean varies = ObjectPlacement.canBeRedrawn(object.rule());
            if (varies && cameras.stream().noneMatch(camera -> sees(camera, middle))) {
                tries.put(object.id(), object.attempt() + 1);
                again = true;
            }
        }
        return again;
    }

    private static boolean sees(ResolvedCamera camera, Vector3 point) {
        PixelPoint pixel = camera.calibration().project(point);
        return pixel.x() >= 0 && pixel.y() >= 0 && pixel.x() < camera.width() && pixel.y() < camera.height();
    }

    private List<ResolvedCamera> cameras(Draws draws, int attempt) {
        boolean day = scene.lights().stream()
                .anyMatch(light -> light instanceof LightRule.Sky || light instanceof LightRule.Directional);
        CameraDraw draw = new CameraDraw(draws, seconds(draws), step(), day ? DAYLIGHT : ROOM_LIGHT);
        List<ResolvedCamera> cameras = new ArrayList<>();
        for (CameraRule rule : scene.cameras()) {
            cameras.add(draw.draw(rule, attempt));
        }
        return cameras;
    }

    private ResolvedFrame frame(Draws draws, List<ResolvedCamera> cameras, ObjectPlacement placement) {
        List<ResolvedObject> objects =
                placement.placed().stream().map(object -> object(draws, object)).toList();
        LightDraw lights = new LightDraw(draws, assets);
        return new ResolvedFrame(
                draws.key().frame(),
                draws.key().clip(),
                draws.key().frameInClip(),
                scene.hash(),
                seed.value(),
                objects,
                lights.lights(scene.lights()),
                lights.environment(scene.lights()),
                cameras,
                lights.weather(scene.weather()),
                draws.paths(),
                draws.choices(),
                placement.dropped(),
                placement.drawn());
    }

    private ResolvedObject object(Draws draws, Placed object) {
        ObjectRule rule = object.rule();
        String field = "objects/" + object.id();
        MovingPose pose = rule.motion()
                .map(motion -> moved(draws, object, motion, field))
                .orElse(MovingPose.still(object.pose()));
        return new ResolvedObject(
                object.instance(),
                object.id(),
                scene.classNamed(rule.className()).id(),
                object.asset().name(),
                object.asset().sha256(),
                pose,
                material(draws, rule.material(), field + "/material"),
                rule.labels(),
                object.attempt() + 1);
    }

    private MovingPose moved(Draws draws, Placed object, MotionRule motion, String field) {
        return Motion.of(
                object.pose(),
                PlacementDraw.vector(draws.draw(motion.velocity(), field + "/velocity", 0)),
                PlacementDraw.vector(draws.draw(motion.spin(), field + "/spin", 0)),
                seconds(draws),
                step());
    }

    private static ResolvedMaterial material(Draws draws, MaterialRule rule, String field) {
        Map<String, List<Double>> factors = new TreeMap<>();
        rule.baseColor()
                .ifPresent(value -> factors.put(
                        "baseColor", draws.draw(value, field + "/baseColor", 0).values()));
        rule.metallic()
                .ifPresent(value -> factors.put(
                        "metallic", draws.draw(value, field + "/metallic", 0).values()));
        rule.roughness()
                .ifPresent(value -> factors.put(
                        "roughness", draws.draw(value, field + "/roughness", 0).values()));
        rule.emissive()
                .ifPresent(value -> factors.put(
                        "emissive", draws.draw(value, field + "/emissive", 0).values()));
        String texture = rule.texture()
                .map(value -> draws.draw(value, field + "/texture", 0))
                .orElse("");
        return new ResolvedMaterial(factors, texture);
    }

    private double step() {
        return scene.clip().map(clip -> 1 / clip.framesPerSecond()).orElse(0.0);
    }

    private double seconds(Draws draws) {
        return draws.key().frameInClip() * step();
    }
}
