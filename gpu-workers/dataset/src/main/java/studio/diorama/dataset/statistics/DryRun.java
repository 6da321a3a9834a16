package studio.diorama.dataset.statistics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.sampling.FrameResolver;
import studio.diorama.dataset.scene.SceneClass;
import studio.diorama.dataset.scene.SceneDescription;

/// Statistics of a scene without rendering it: frames are drawn, and objects' hulls are filled on a small grid from far
/// to near.
public final class DryRun {

    private final FrameResolver resolver;
    private final Map<Integer, String> things = new HashMap<>();

    public DryRun(FrameResolver resolver) {
        this.resolver = requireNonNull(resolver, "resolver is null");
        SceneDescription scene = resolver.scene();
        scene.classes().stream()
                .filter(known -> known.kind() == SceneClass.Kind.THING)
                .forEach(known -> things.put(known.id(), known.name()));
    }

    /// @param frames the first so many
    public DatasetStatistics run(long frames, ProgressSink progress, Cancellation cancellation) {
        StatisticsBuilder statistics = new StatisticsBuilder();
        for (long k = 0; k < frames; k++) {
            cancellation.throwIfRequested();
            progress.report("Drawing frames", (double) k / frames);
            ResolvedFrame frame = resolver.resolve(k);
            statistics.addChoices(frame.choices());
            for (ResolvedCamera camera : frame.cameras()) {
                statistics.add(camera.width(), camera.height(), samples(frame, camera));
            }
        }
        progress.report("Drawing frames", 1);
        return statistics.build();
    }

    private List<ObjectSample> samples(ResolvedFrame frame, ResolvedCamera camera) {
        FrameCamera calibration = camera.calibration();
        CoverageGrid grid = new CoverageGrid(camera.width(), camera.height());
        List<ResolvedObject> seen = new ArrayList<>();
        for (ResolvedObject object : frame.objects()) {
            if (things.containsKey(object.classId())) {
                List<PixelPoint> hull = project(object, calibration);
                if (!hull.isEmpty()) {
                    grid.add(hull, distance(object, camera));
                    seen.add(object);
                }
            }
        }
        List<CoverageGrid.Covered> covered = grid.covered();
        List<ObjectSample> samples = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            CoverageGrid.Covered cover = covered.get(i);
            if (cover.visible() > 0) {
                ResolvedObject object = seen.get(i);
                samples.add(new ObjectSample(
                        things.get(object.classId()),
                        cover.x(),
                        cover.y(),
                        cover.width(),
                        cover.height(),
                        1 - (double) cover.visible() / cover.inside(),
                        cover.truncation(),
                        distance(object, camera),
                        Sightline.elevationDegrees(object, camera)));
            }
        }
        return samples;
    }

    private static double distance(ResolvedObject object, ResolvedCamera camera) {
        Vector3 eye = camera.pose().now().position();
        return object.pose().now().position().plus(eye.times(-1)).length();
    }

    /// The hull's corners; none where any of it is behind the camera.
    private List<PixelPoint> project(ResolvedObject object, FrameCamera camera) {
        SceneAsset asset = resolver.assets().get(object.asset());
        Matrix4d pose = object.pose().now().matrix();
        List<PixelPoint> points = new ArrayList<>();
        for (Vector3d corner : asset.hull()) {
            Vector3d world = pose.transformPosition(corner, new Vector3d());
            PixelPoint pixel = camera.project(new Vector3(world.x, world.y, world.z));
            if (Double.isNaN(pixel.x())) {
                return List.of();
            }
            points.add(pixel);
        }
        return points;
    }
}
