package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joml.Vector3d;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.MovingPose;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedLight;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.frame.ResolvedWeather;
import studio.diorama.dataset.scene.CameraRule.ToneMapping;
import studio.diorama.dataset.scene.ObjectRule.LabelMode;
import studio.diorama.render.Camera;
import studio.diorama.render.Distortion;
import studio.diorama.render.Exposure;
import studio.diorama.render.Instance;
import studio.diorama.render.InstancePart;
import studio.diorama.render.Intrinsics;
import studio.diorama.render.Lens;
import studio.diorama.render.Light;
import studio.diorama.render.PoseTrack;
import studio.diorama.render.RenderScene;
import studio.diorama.render.ToneMap;
import studio.diorama.render.Weather;

/// Puts a frame into the renderer's words. Meshes and textures stay the same objects from frame to frame, for the
/// renderer knows them by identity.
public final class SceneTranslator {

    private final SceneAssets assets;
    private final EnvironmentTranslator environments;
    private final MaterialTranslator materials = new MaterialTranslator();
    private final Map<String, List<InstancePart>> parts = new ConcurrentHashMap<>();

    public SceneTranslator(SceneAssets assets) {
        this.assets = requireNonNull(assets, "assets is null");
        this.environments = new EnvironmentTranslator(assets);
    }

    /// All that can be seen in a frame.
    public RenderScene scene(ResolvedFrame frame) {
        return new RenderScene(
                frame.objects().stream().map(this::instance).toList(),
                frame.lights().stream().map(SceneTranslator::light).toList(),
                environments.translate(frame.environment()),
                weather(frame.weather()));
    }

    /// Who looks.
    public Camera camera(ResolvedCamera camera) {
        return new Camera(
                camera.width(),
                camera.height(),
                new Intrinsics(camera.fx(), camera.fy(), camera.cx(), camera.cy()),
                new Distortion(
                        camera.distortion().k1(),
                        camera.distortion().k2(),
                        camera.distortion().k3(),
                        camera.distortion().p1(),
                        camera.distortion().p2()),
                track(camera.pose()),
                camera.near(),
                new Lens(camera.aperture(), camera.focus(), camera.shutter()),
                new Exposure(camera.exposure(), toneMap(camera.toneMap())));
    }

    private Instance instance(ResolvedObject object) {
        List<InstancePart> own = parts.computeIfAbsent(object.asset(), this::parts);
        List<InstancePart> dressed = object.material().isUnchanged()
                ? own
                : own.stream()
                        .map(part -> part.withMaterial(materials.translate(part.material(), object.material())))
                        .toList();
        return new Instance(
                object.instance(), object.classId(), dressed, track(object.pose()), labels(object.labels()));
    }

    private List<InstancePart> parts(String asset) {
        return assets.get(asset).parts().stream()
                .map(part -> InstancePart.still(part.posed()))
                .toList();
    }

    private static PoseTrack track(MovingPose pose) {
        return new PoseTrack(
                pose.before().matrix(), pose.now().matrix(), pose.after().matrix());
    }

    private static studio.diorama.render.LabelMode labels(LabelMode mode) {
        return switch (mode) {
            case SURFACE -> studio.diorama.render.LabelMode.SURFACE;
            case THROUGH -> studio.diorama.render.LabelMode.THROUGH;
            case NONE -> studio.diorama.render.LabelMode.NONE;
        };
    }

    private static Light light(ResolvedLight light) {
        return switch (light) {
            case ResolvedLight.Directional sun ->
                new Light.Directional(vector(sun.direction()), vector(sun.color()), sun.lux(), SUN_DIAMETER);
            case ResolvedLight.Point bulb ->
                new Light.Point(vector(bulb.position()), vector(bulb.color()), bulb.candela());
            case ResolvedLight.Spot spot ->
                new Light.Spot(
                        vector(spot.position()),
                        vector(spot.direction()),
                        vector(spot.color()),
                        spot.candela(),
                        spot.innerAngle(),
                        spot.outerAngle());
            case ResolvedLight.Area area ->
                new Light.Area(
                        vector(area.position()),
                        vector(area.halfU()),
                        vector(area.halfV()),
                        vector(area.color()),
                        area.watts());
        };
    }

    /// The sun's, in radians.
    private static final double SUN_DIAMETER = 0.0093;

    private static Weather weather(ResolvedWeather weather) {
        return new Weather(
                weather.fogExtinction() == 0
                        ? Double.POSITIVE_INFINITY
                        : ResolvedWeather.FIVE_PERCENT / weather.fogExtinction(),
                weather.fogFalloff() == 0 ? Double.POSITIVE_INFINITY : 1 / weather.fogFalloff(),
                weather.rain(),
                weather.snow(),
                weather.wet(),
                weather.snowCover());
    }

    private static ToneMap toneMap(ToneMapping mapping) {
        return switch (mapping) {
            case CLIP -> ToneMap.CLIP;
            case REINHARD -> ToneMap.REINHARD;
            case FILMIC -> ToneMap.FILMIC;
        };
    }

    static Vector3d vector(Vector3 vector) {
        return new Vector3d(vector.x(), vector.y(), vector.z());
    }
}
