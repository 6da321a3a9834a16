package studio.diorama.geometry.internal.gltf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Node;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Skin;
import studio.diorama.geometry.Transform;
import studio.diorama.geometry.io.ModelLimits;

/// The tree of nodes, its instances unrolled, and the skins.
final class GltfNodes {

    private final Json document;
    private final List<Json> nodes;
    private final GltfAccessors accessors;
    private final GltfMeshes meshes;
    private final ModelLimits limits;

    GltfNodes(Json document, GltfAccessors accessors, GltfMeshes meshes, ModelLimits limits) {
        this.document = document;
        nodes = document.objects("nodes");
        this.accessors = accessors;
        this.meshes = meshes;
        this.limits = limits;
        requireFewEnough(nodes.size());
        requireShallow();
    }

    int size() {
        return nodes.size();
    }

    private void requireFewEnough(long count) {
        if (count > limits.maxNodes()) {
            throw document.refuse(
                    ErrorCode.TOO_LARGE, "at most %d nodes expected, got %d".formatted(limits.maxNodes(), count));
        }
    }

    private void requireShallow() {
        int[] parents = new int[nodes.size()];
        Arrays.fill(parents, -1);
        for (int i = 0; i < nodes.size(); i++) {
            for (int child : nodes.get(i).indices("children", nodes.size())) {
                if (parents[child] >= 0) {
                    throw nodes.get(child).refuse("the node hangs from two others; a tree expected");
                }
                parents[child] = i;
            }
        }
        // Each way up ends at a top or, on a circle, at the limit; depths found once are not walked again.
        int[] depths = new int[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            int steps = 0;
            int at = i;
            while (at >= 0 && depths[at] == 0 && steps <= limits.maxDepth()) {
                at = parents[at];
                steps++;
            }
            int depth = (at < 0 ? 0 : depths[at]) + steps;
            if (depth > limits.maxDepth()) {
                throw nodes.get(i)
                        .refuse("the node hangs from itself or is deeper than %d; a tree expected"
                                .formatted(limits.maxDepth()));
            }
            for (int walked = i; walked >= 0 && depths[walked] == 0; walked = parents[walked]) {
                depths[walked] = depth--;
            }
        }
    }

    /// All nodes in the file's order, then the instances that `EXT_mesh_gpu_instancing` asks for.
    List<Node> nodes(int skinCount) {
        List<Node> result = new ArrayList<>();
        List<Node> instances = new ArrayList<>();
        for (Json json : nodes) {
            OptionalInt mesh = json.index("mesh", meshes.size());
            List<Part> parts = mesh.isPresent() ? meshes.parts(mesh.getAsInt()) : List.of();
            float[] weights = weights(json, mesh);
            List<Integer> children = json.indices("children", nodes.size());
            OptionalInt skin = json.index("skin", skinCount);
            if (mesh.isPresent() && json.extension("EXT_mesh_gpu_instancing").isPresent()) {
                List<Transform> places = new GltfInstances(json, accessors).transforms(limits.maxNodes());
                requireFewEnough((long) nodes.size() + instances.size() + places.size());
                for (Transform place : places) {
                    children.add(nodes.size() + instances.size());
                    instances.add(new Node("", place, List.of(), parts, skin, weights));
                }
                parts = List.of();
            }
            result.add(new Node(json.name(), transform(json), children, parts, skin, weights));
        }
        result.addAll(instances);
        return result;
    }

    private float[] weights(Json json, OptionalInt mesh) {
        if (!json.has("weights")) {
            return mesh.isPresent() ? meshes.weights(mesh.getAsInt()) : new float[0];
        }
        double[] given = json.allNumbers("weights");
        float[] weights = new float[given.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) given[i];
        }
        return weights;
    }

    private static Transform transform(Json json) {
        try {
            if (json.has("matrix")) {
                double[] m = json.numbers("matrix", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
                return Transform.of(new Matrix4d().set(m));
            }
            double[] t = json.numbers("translation", 0, 0, 0);
            double[] r = json.numbers("rotation", 0, 0, 0, 1);
            double[] s = json.numbers("scale", 1, 1, 1);
            return new Transform(
                    new Vector3d(t[0], t[1], t[2]),
                    new Quaterniond(r[0], r[1], r[2], r[3]),
                    new Vector3d(s[0], s[1], s[2]));
        } catch (IllegalArgumentException e) {
            throw json.refuse(e.getMessage());
        }
    }

    /// The nodes that the file's scene shows; without a scene, all that hang from nothing.
    List<Integer> roots() {
        List<Json> scenes = document.objects("scenes");
        if (!scenes.isEmpty()) {
            return scenes.get(document.index("scene", scenes.size()).orElse(0)).indices("nodes", nodes.size());
        }
        boolean[] hangs = new boolean[nodes.size()];
        nodes.forEach(node -> node.indices("children", nodes.size()).forEach(child -> hangs[child] = true));
        return IntStream.range(0, nodes.size()).filter(i -> !hangs[i]).boxed().toList();
    }

    List<Skin> skins() {
        return document.objects("skins").stream().map(this::skin).toList();
    }

    private Skin skin(Json json) {
        List<Integer> joints = json.indices("joints", nodes.size());
        OptionalInt matrices = json.index("inverseBindMatrices", accessors.size());
        float[] given = matrices.isPresent() ? accessors.floats(matrices.getAsInt(), 16) : null;
        if (given != null && given.length < joints.size() * 16) {
            throw json.refuse(
                    "a matrix for each of %d joints expected, got %d".formatted(joints.size(), given.length / 16));
        }
        List<Matrix4dc> inverseBind = new ArrayList<>();
        for (int j = 0; j < joints.size(); j++) {
            inverseBind.add(
                    given == null
                            ? new Matrix4d()
                            : new Matrix4d().set(Arrays.copyOfRange(given, j * 16, j * 16 + 16)));
        }
        try {
            return new Skin(json.name(), joints, inverseBind);
        } catch (IllegalArgumentException e) {
            throw json.refuse(e.getMessage());
        }
    }
}
