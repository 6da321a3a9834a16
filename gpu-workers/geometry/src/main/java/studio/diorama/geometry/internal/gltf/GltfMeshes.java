package studio.diorama.geometry.internal.gltf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.MorphTarget;
import studio.diorama.geometry.Normals;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Tangents;

/// Meshes with their materials. Points and lines have no surface and are left out.
final class GltfMeshes {

    private static final int TRIANGLES = 4;
    private static final int STRIP = 5;
    private static final int FAN = 6;

    private final List<Json> meshes;
    private final GltfAccessors accessors;
    private final GltfMaterials materials;
    private final List<List<Part>> read = new ArrayList<>();
    private long trianglesLeft;

    GltfMeshes(Json document, GltfAccessors accessors, GltfMaterials materials, int maxTriangles) {
        meshes = document.objects("meshes");
        this.accessors = accessors;
        this.materials = materials;
        trianglesLeft = maxTriangles;
        for (int i = 0; i < meshes.size(); i++) {
            read.add(null);
        }
    }

    int size() {
        return meshes.size();
    }

    /// How far each morph target is applied where a node does not say otherwise.
    float[] weights(int number) {
        double[] weights = meshes.get(number).allNumbers("weights");
        float[] result = new float[weights.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) weights[i];
        }
        return result;
    }

    List<Part> parts(int number) {
        if (read.get(number) == null) {
            Json mesh = meshes.get(number);
            List<String> targetNames =
                    mesh.object("extras").map(extras -> names(extras)).orElse(List.of());
            List<Part> parts = new ArrayList<>();
            for (Json primitive : mesh.objects("primitives")) {
                long mode = primitive.size("mode", TRIANGLES);
                if (mode >= TRIANGLES && mode <= FAN) {
                    parts.add(part(primitive, (int) mode, targetNames));
                } else if (mode > FAN) {
                    throw primitive.refuse("'mode' from 0 to 6 expected, got " + mode);
                }
            }
            read.set(number, List.copyOf(parts));
        }
        return read.get(number);
    }

    private static List<String> names(Json extras) {
        return extras.node().path("targetNames").isArray() ? extras.texts("targetNames") : List.of();
    }

    private Part part(Json primitive, int mode, List<String> targetNames) {
        Json attributes = primitive.requireObject("attributes");
        int positions = attributes.requireIndex("POSITION", accessors.size());
        // Read first, for only then is it known that the file has as many vertices as it says.
        float[] corners = accessors.floats(positions, 3);
        int[] triangles = triangles(primitive, mode, corners.length / 3);
        trianglesLeft -= triangles.length / 3;
        if (trianglesLeft < 0) {
            throw primitive.refuse(ErrorCode.TOO_LARGE, "the file has more triangles than the limit of a model");
        }
        GltfMaterials.Surface surface = materials.of(primitive);
        try {
            Mesh.Builder builder = Mesh.builder(corners, triangles)
                    .texcoords(floats(attributes, "TEXCOORD_" + surface.texcoordSet(), 2))
                    .colours(colours(attributes))
                    .normals(floats(attributes, "NORMAL", 3))
                    .morphTargets(targets(primitive, targetNames, corners.length));
            if (attributes.has("NORMAL")) {
                builder.tangents(floats(attributes, "TANGENT", 4));
            }
            if (attributes.has("JOINTS_0") && attributes.has("WEIGHTS_0")) {
                GltfInfluences influences = new GltfInfluences(attributes, accessors);
                builder.skin(influences.joints(), influences.weights());
            }
            return new Part(completed(builder.build(), surface.material()), surface.material());
        } catch (IllegalArgumentException e) {
            throw primitive.refuse(e.getMessage());
        }
    }

    /// As glTF asks: no normals means flat ones, and a normal map without tangents means those of MikkTSpace.
    private static Mesh completed(Mesh mesh, Material material) {
        Mesh facing = mesh.normals().isPresent() ? mesh : Normals.flat(mesh);
        boolean wantsTangents =
                material.normalTexture().isPresent() && facing.texcoords().isPresent();
        return wantsTangents && facing.tangents().isEmpty() ? Tangents.of(facing) : facing;
    }

    private float[] floats(Json attributes, String key, int width) {
        OptionalInt number = attributes.index(key, accessors.size());
        return number.isPresent() ? accessors.floats(number.getAsInt(), width) : null;
    }

    private float[] colours(Json attributes) {
        OptionalInt number = attributes.index("COLOR_0", accessors.size());
        if (number.isEmpty() || accessors.width(number.getAsInt()) == 4) {
            return floats(attributes, "COLOR_0", 4);
        }
        float[] rgb = accessors.floats(number.getAsInt(), 3);
        float[] rgba = new float[rgb.length / 3 * 4];
        Arrays.fill(rgba, 1);
        for (int v = 0; v < rgb.length / 3; v++) {
            System.arraycopy(rgb, v * 3, rgba, v * 4, 3);
        }
        return rgba;
    }

    private List<MorphTarget> targets(Json primitive, List<String> names, int length) {
        List<MorphTarget> targets = new ArrayList<>();
        float[] still = null;
        for (Json target : primitive.objects("targets")) {
            String name = targets.size() < names.size() ? names.get(targets.size()) : "";
            float[] deltas = floats(target, "POSITION", 3);
            if (deltas == null) {
                // One array for all of them, or an empty target would cost as much as a full one.
                still = still == null ? new float[length] : still;
                deltas = still;
            }
            targets.add(new MorphTarget(name, deltas, Optional.ofNullable(floats(target, "NORMAL", 3))));
        }
        return targets;
    }

    private int[] triangles(Json primitive, int mode, int vertexCount) {
        OptionalInt number = primitive.index("indices", accessors.size());
        int[] corners;
        if (number.isPresent()) {
            corners = accessors.integers(number.getAsInt(), 1);
        } else {
            corners = new int[vertexCount];
            Arrays.setAll(corners, i -> i);
        }
        if (mode == TRIANGLES) {
            if (corners.length % 3 != 0) {
                throw primitive.refuse("three corners a triangle expected, got %d in all".formatted(corners.length));
            }
            return corners;
        }
        int count = Math.max(0, corners.length - 2);
        int[] triangles = new int[Math.multiplyExact(count, 3)];
        for (int t = 0; t < count; t++) {
            boolean odd = mode == STRIP && t % 2 == 1;
            triangles[t * 3] = corners[mode == FAN ? 0 : t];
            triangles[t * 3 + 1] = corners[odd ? t + 2 : t + 1];
            triangles[t * 3 + 2] = corners[odd ? t + 1 : t + 2];
        }
        return triangles;
    }
}
