package studio.diorama.geometry.internal.gltf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Transform;

/// Where `EXT_mesh_gpu_instancing` puts the copies of a node's mesh.
final class GltfInstances {

    private final Json attributes;
    private final GltfAccessors accessors;

    GltfInstances(Json node, GltfAccessors accessors) {
        attributes = node.extension("EXT_mesh_gpu_instancing").orElseThrow().requireObject("attributes");
        this.accessors = accessors;
    }

    List<Transform> transforms(int most) {
        float[] translations = floats("TRANSLATION", 3, most);
        float[] rotations = floats("ROTATION", 4, most);
        float[] scales = floats("SCALE", 3, most);
        int count = -1;
        for (int found : new int[] {rows(translations, 3), rows(rotations, 4), rows(scales, 3)}) {
            if (found >= 0 && count >= 0 && found != count) {
                throw attributes.refuse(
                        "the same number of instances everywhere expected, got %d and %d".formatted(count, found));
            }
            count = Math.max(count, found);
        }
        List<Transform> result = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                result.add(new Transform(
                        translations == null ? new Vector3d() : vector(translations, i),
                        rotations == null ? new Quaterniond() : quaternion(rotations, i),
                        scales == null ? new Vector3d(1) : vector(scales, i)));
            } catch (IllegalArgumentException e) {
                throw attributes.refuse(e.getMessage());
            }
        }
        return result;
    }

    private float[] floats(String key, int width, int most) {
        OptionalInt number = attributes.index(key, accessors.size());
        if (number.isEmpty()) {
            return null;
        }
        if (accessors.count(number.getAsInt()) > most) {
            throw attributes.refuse(
                    ErrorCode.TOO_LARGE,
                    "at most %d instances expected, got %d".formatted(most, accessors.count(number.getAsInt())));
        }
        return accessors.floats(number.getAsInt(), width);
    }

    private static int rows(float[] values, int width) {
        return values == null ? -1 : values.length / width;
    }

    private static Vector3d vector(float[] values, int row) {
        return new Vector3d(values[row * 3], values[row * 3 + 1], values[row * 3 + 2]);
    }

    private static Quaterniond quaternion(float[] values, int row) {
        return new Quaterniond(values[row * 4], values[row * 4 + 1], values[row * 4 + 2], values[row * 4 + 3]);
    }
}
