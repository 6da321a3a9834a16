package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.Box3d;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.PixelBox;
import studio.diorama.dataset.format.PixelCounts;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Rotation;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.frame.ResolvedPose;
import studio.diorama.dataset.ray.WorldRays;
import studio.diorama.dataset.scene.ObjectRule.LabelMode;
import studio.diorama.render.ObjectPixels;
import studio.diorama.render.PixelMask;

/// What is known of each object in one camera: the renderer's counts joined with poses, boxes and keypoints.
final class ObjectLabels {

    private final ResolvedFrame frame;
    private final SceneAssets assets;
    private final WorldRays rays;

    ObjectLabels(ResolvedFrame frame, SceneAssets assets) {
        this.frame = requireNonNull(frame, "frame is null");
        this.assets = requireNonNull(assets, "assets is null");
        this.rays = new WorldRays(frame, assets);
    }

    List<ObjectRecord> of(FrameCamera camera, int width, int height, List<ObjectPixels> table) {
        Map<Integer, ObjectPixels> rows =
                table.stream().collect(Collectors.toMap(ObjectPixels::id, Function.identity()));
        List<ObjectRecord> records = new ArrayList<>();
        for (ResolvedObject object : frame.objects()) {
            if (object.labels() == LabelMode.SURFACE) {
                records.add(record(object, camera, width, height, rows.get(object.instance())));
            }
        }
        return records;
    }

    private ObjectRecord record(ResolvedObject object, FrameCamera camera, int width, int height, ObjectPixels pixels) {
        requireNonNull(pixels, "the renderer's table lacks " + object.id());
        SceneAsset asset = assets.get(object.asset());
        ResolvedPose pose = object.pose().now();
        RigidPose objectToWorld = new RigidPose(rotation(pose), pose.position());
        return new ObjectRecord(
                object.instance(),
                object.id(),
                object.classId(),
                object.asset(),
                box(pixels.visibleBox()),
                box(pixels.amodalBox()),
                new PixelCounts(
                        pixels.pxVisible(),
                        Math.max(pixels.pxVisible(), pixels.pxAmodal()),
                        Math.max(Math.max(pixels.pxVisible(), pixels.pxAmodal()), pixels.pxAll())),
                pixels.cut(),
                pixels.subpixel(),
                pixels.meanVisibility(),
                box(asset, pose),
                camera.worldToCamera().after(objectToWorld),
                new KeypointLabels(rays).of(asset, pose.matrix(), object.instance(), camera, width, height),
                pixels.amodalMask().map(ObjectLabels::runs).orElse(List.of()));
    }

    private static PixelBox box(java.util.Optional<studio.diorama.render.PixelBox> box) {
        return box.map(found -> new PixelBox(found.x(), found.y(), found.width(), found.height()))
                .orElse(PixelBox.EMPTY);
    }

    private static Rotation rotation(ResolvedPose pose) {
        return Rotation.ofQuaternion(
                pose.orientation().x(),
                pose.orientation().y(),
                pose.orientation().z(),
                pose.orientation().w());
    }

    /// Along the object's own axes, about all of its vertices.
    private static Box3d box(SceneAsset asset, ResolvedPose pose) {
        Matrix4d matrix = pose.matrix();
        Vector3d centre = matrix.transformPosition(asset.bounds().centre());
        Vector3d size = asset.bounds().size();
        return new Box3d(
                new Vector3(centre.x, centre.y, centre.z),
                new Vector3(
                        0.5 * size.x * Math.abs(pose.scale().x()),
                        0.5 * size.y * Math.abs(pose.scale().y()),
                        0.5 * size.z * Math.abs(pose.scale().z())),
                rotation(pose));
    }

    private static List<Integer> runs(PixelMask mask) {
        List<Integer> runs = new ArrayList<>();
        BitSet bits = mask.bits();
        int end = mask.width() * mask.height();
        int at = 0;
        boolean inside = false;
        while (at < end) {
            int next = inside ? bits.nextClearBit(at) : bits.nextSetBit(at);
            int to = next < 0 ? end : Math.min(next, end);
            runs.add(to - at);
            at = to;
            inside = !inside;
        }
        return runs;
    }
}
