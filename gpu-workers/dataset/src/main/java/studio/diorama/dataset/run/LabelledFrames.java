package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joml.Vector3d;
import studio.diorama.dataset.asset.AssetKeypoint;
import studio.diorama.dataset.asset.AssetPart;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.BinaryMask;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.ClassKind;
import studio.diorama.dataset.format.DatasetInfo;
import studio.diorama.dataset.format.Keypoint;
import studio.diorama.dataset.format.KeypointSchema;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.Licence;
import studio.diorama.dataset.format.ModelInfo;
import studio.diorama.dataset.format.Split;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.scene.ObjectRule;
import studio.diorama.dataset.scene.SceneClass;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Puts a dataset into the words of label formats.
public final class LabelledFrames {

    private final SceneDescription scene;
    private final SceneAssets assets;
    private final Map<Integer, KeypointSchema> keypoints = new HashMap<>();

    public LabelledFrames(SceneDescription scene, SceneAssets assets) {
        this.scene = requireNonNull(scene, "scene is null");
        this.assets = requireNonNull(assets, "assets is null");
        for (ObjectRule rule : scene.objects()) {
            int classId = scene.classNamed(rule.className()).id();
            for (String asset : rule.assetNames()) {
                List<String> names = assets.get(asset).keypoints().stream()
                        .map(AssetKeypoint::name)
                        .toList();
                // The first asset of a class says which points the class has.
                if (!names.isEmpty()) {
                    keypoints.putIfAbsent(classId, KeypointSchema.of(names));
                }
            }
        }
    }

    /// What all frames share.
    public DatasetInfo info() {
        Map<Integer, ClassInfo> classes = new TreeMap<>();
        for (SceneClass known : scene.classes()) {
            classes.put(
                    known.id(),
                    new ClassInfo(
                            known.id(),
                            known.name(),
                            known.kind() == SceneClass.Kind.THING ? ClassKind.THING : ClassKind.STUFF,
                            known.parent().orElse(""),
                            known.colour(),
                            known.names(),
                            Optional.ofNullable(keypoints.get(known.id()))));
        }
        List<SceneAsset> all = assets.all();
        List<ModelInfo> models = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            models.add(model(all.get(i), i + 1));
        }
        return new DatasetInfo(
                scene.name(),
                "Synthetic frames of the scene " + scene.name() + ", made by Diorama",
                "1.0",
                List.copyOf(classes.values()),
                models,
                all.stream()
                        .collect(Collectors.groupingBy(
                                SceneAsset::licence,
                                TreeMap::new,
                                Collectors.mapping(SceneAsset::name, Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .map(entry -> new Licence(entry.getKey(), "", entry.getValue()))
                        .toList());
    }

    private static ModelInfo model(SceneAsset asset, int id) {
        double diameter = 0;
        for (int i = 0; i < asset.hull().size(); i++) {
            for (int j = 0; j < i; j++) {
                diameter = Math.max(
                        diameter, asset.hull().get(i).distance(asset.hull().get(j)));
            }
        }
        return new ModelInfo(
                asset.name(),
                id,
                new Vector3(
                        asset.bounds().min().x(),
                        asset.bounds().min().y(),
                        asset.bounds().min().z()),
                new Vector3(
                        asset.bounds().size().x,
                        asset.bounds().size().y,
                        asset.bounds().size().z),
                diameter,
                asset.symmetry().discrete(),
                asset.symmetry().continuous(),
                Optional.of(() -> mesh(asset)));
    }

    private static ModelInfo.ModelMesh mesh(SceneAsset asset) {
        int vertices = asset.parts().stream()
                .mapToInt(part -> part.posed().mesh().vertexCount())
                .sum();
        float[] positions = new float[3 * vertices];
        int[] triangles = new int[3 * asset.triangles()];
        int vertex = 0;
        int corner = 0;
        for (AssetPart part : asset.parts()) {
            int first = vertex;
            float[] own = part.posed().mesh().positions();
            for (int i = 0; i < own.length; i += 3) {
                Vector3d point = part.toObject().transformPosition(new Vector3d(own[i], own[i + 1], own[i + 2]));
                positions[3 * vertex] = (float) point.x;
                positions[3 * vertex + 1] = (float) point.y;
                positions[3 * vertex + 2] = (float) point.z;
                vertex++;
            }
            for (int index : part.posed().mesh().triangles()) {
                triangles[corner++] = first + index;
            }
        }
        return new ModelInfo.ModelMesh(positions, triangles);
    }

    /// One image and its labels, read back from its files.
    ///
    /// @param folder of the frame
    /// @param index of the image: frames times cameras
    public LabelledFrame read(Path folder, FrameRecord record, CameraRecord camera, long index, Split split)
            throws IOException {
        Path cameraFolder = folder.resolve(camera.id());
        Plane.Integers instances = (Plane.Integers) LayerFiles.read(cameraFolder, Layer.INSTANCE);
        Plane.Integers classes = (Plane.Integers) LayerFiles.read(cameraFolder, Layer.SEMANTIC);
        Optional<float[]> depth = camera.layers().containsKey(Layer.DEPTH.fileName())
                ? Optional.of(((Plane.Floats) LayerFiles.read(cameraFolder, Layer.DEPTH)).values())
                : Optional.empty();
        return new LabelledFrame(
                index,
                split,
                instances.width(),
                instances.height(),
                cameraFolder.resolve(LayerFiles.fileName(Layer.RGB)),
                camera.calibration(),
                instances.values(),
                classes.values(),
                depth,
                camera.objects().stream()
                        .filter(object -> object.pixels().all() > 0)
                        .map(object -> object(object, record.frame().object(object.instance()), instances))
                        .toList());
    }

    private LabelledObject object(ObjectRecord object, ResolvedObject resolved, Plane.Integers instances) {
        Vector3 scale = resolved.pose().now().scale();
        boolean even = scale.x() == scale.y() && scale.y() == scale.z();
        return new LabelledObject(
                object.id(),
                object.instance(),
                object.classId(),
                object.asset(),
                object.visibleBox(),
                object.amodalBox(),
                object.amodalRuns().isEmpty()
                        ? Optional.empty()
                        : Optional.of(mask(object.amodalRuns(), instances.width(), instances.height())),
                object.pixels(),
                object.box(),
                object.objectToCamera(),
                even ? scale.x() : Double.NaN,
                keypoints(object),
                object.weight(),
                object.subpixel(),
                false);
    }

    /// Points of a class whose assets do not share them are left out: formats want one list a class.
    private List<Keypoint> keypoints(ObjectRecord object) {
        KeypointSchema schema = keypoints.get(object.classId());
        List<String> names =
                object.keypoints().stream().map(ObjectRecord.Point::name).toList();
        if (schema == null || !schema.names().equals(names)) {
            return List.of();
        }
        return object.keypoints().stream()
                .map(point -> new Keypoint(point.image(), point.world(), point.visibility()))
                .toList();
    }

    private static BinaryMask mask(List<Integer> runs, int width, int height) {
        boolean[] inside = new boolean[width * height];
        int at = 0;
        boolean value = false;
        for (int run : runs) {
            Arrays.fill(inside, at, at + run, value);
            at += run;
            value = !value;
        }
        return new BinaryMask(0, 0, width, height, inside);
    }
}
