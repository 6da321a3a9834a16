package studio.diorama.dataset.sampling;

import com.github.stephengold.joltjni.ConvexHullShapeSettings;
import com.github.stephengold.joltjni.Float3;
import com.github.stephengold.joltjni.IndexedTriangle;
import com.github.stephengold.joltjni.IndexedTriangleList;
import com.github.stephengold.joltjni.MeshShapeSettings;
import com.github.stephengold.joltjni.ShapeRefC;
import com.github.stephengold.joltjni.ShapeResult;
import com.github.stephengold.joltjni.ShapeSettings;
import com.github.stephengold.joltjni.Vec3;
import com.github.stephengold.joltjni.readonly.Vec3Arg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.asset.AssetPart;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.format.Vector3;

/// Jolt's shapes of assets, the last few kept.
final class JoltShapes {

    private static final int KEPT = 64;
    private static final float CONVEX_RADIUS = 0.005f;

    private final Map<Key, ShapeRefC> cache = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ShapeRefC> eldest) {
            if (size() <= KEPT) {
                return false;
            }
            eldest.getValue().close();
            return true;
        }
    };

    private record Key(String asset, Vector3 scale, boolean convex) {}

    ShapeRefC get(SceneAsset asset, Vector3 scale, boolean convex) {
        return cache.computeIfAbsent(new Key(asset.name() + "/" + asset.sha256(), scale, convex), key -> {
            try (ShapeSettings settings = convex ? hull(asset, scale) : mesh(asset, scale);
                    ShapeResult result = settings.create()) {
                if (result.hasError()) {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "Physics cannot use the asset '%s': %s. Give its objects \"physics\": \"none\"."
                                    .formatted(asset.name(), result.getError()));
                }
                return result.get();
            }
        });
    }

    private static ShapeSettings hull(SceneAsset asset, Vector3 scale) {
        List<Vec3Arg> points = new ArrayList<>();
        for (Vector3d point : asset.hull()) {
            points.add(new Vec3(
                    (float) (point.x * scale.x() * JoltDrop.SCALE),
                    (float) (point.y * scale.y() * JoltDrop.SCALE),
                    (float) (point.z * scale.z() * JoltDrop.SCALE)));
        }
        return new ConvexHullShapeSettings(points, CONVEX_RADIUS);
    }

    private static ShapeSettings mesh(SceneAsset asset, Vector3 scale) {
        List<Float3> vertices = new ArrayList<>();
        IndexedTriangleList triangles = new IndexedTriangleList();
        List<IndexedTriangle> list = new ArrayList<>();
        for (AssetPart part : asset.parts()) {
            int first = vertices.size();
            float[] positions = part.posed().mesh().positions();
            Vector3d point = new Vector3d();
            for (int i = 0; i < positions.length; i += 3) {
                part.toObject().transformPosition(point.set(positions[i], positions[i + 1], positions[i + 2]));
                vertices.add(new Float3(
                        (float) (point.x * scale.x() * JoltDrop.SCALE),
                        (float) (point.y * scale.y() * JoltDrop.SCALE),
                        (float) (point.z * scale.z() * JoltDrop.SCALE)));
            }
            int[] indices = part.posed().mesh().triangles();
            for (int i = 0; i < indices.length; i += 3) {
                list.add(new IndexedTriangle(first + indices[i], first + indices[i + 1], first + indices[i + 2]));
            }
        }
        triangles.resize(list.size());
        for (int i = 0; i < list.size(); i++) {
            triangles.set(i, list.get(i));
        }
        return new MeshShapeSettings(vertices, triangles);
    }
}
