package studio.diorama.geometry.internal.gltf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.MorphTarget;
import studio.diorama.geometry.Part;

/// Writes each mesh once, however many nodes show it.
final class GltfMeshWriter {

    private final ObjectNode document;
    private final GltfBinary binary;
    private final GltfMaterialWriter materials;
    private final Map<Mesh, ObjectNode> primitives = new IdentityHashMap<>();
    private final Map<List<Part>, Integer> meshes = new HashMap<>();

    GltfMeshWriter(ObjectNode document, GltfBinary binary, GltfMaterialWriter materials) {
        this.document = document;
        this.binary = binary;
        this.materials = materials;
    }

    /// The number of the mesh that shows these parts; none if there is no triangle in them.
    OptionalInt write(String name, List<Part> parts) {
        List<Part> shown =
                parts.stream().filter(part -> part.mesh().triangleCount() > 0).toList();
        if (shown.isEmpty()) {
            return OptionalInt.empty();
        }
        Integer known = meshes.get(shown);
        if (known == null) {
            known = mesh(name, shown);
            meshes.put(shown, known);
        }
        return OptionalInt.of(known);
    }

    private int mesh(String name, List<Part> parts) {
        ArrayNode all = document.withArray("meshes");
        ObjectNode json = all.addObject();
        if (!name.isEmpty()) {
            json.put("name", name);
        }
        // All primitives of a glTF mesh have the same number of targets.
        int targetCount = parts.stream()
                .mapToInt(part -> part.mesh().morphTargets().size())
                .max()
                .orElse(0);
        ArrayNode list = json.putArray("primitives");
        for (Part part : parts) {
            ObjectNode primitive =
                    primitives.computeIfAbsent(part.mesh(), this::primitive).deepCopy();
            if (targetCount > 0) {
                writeTargets(primitive.putArray("targets"), part.mesh(), targetCount);
            }
            primitive.put("material", materials.write(part.material()));
            list.add(primitive);
        }
        if (targetCount > 0) {
            Part named = parts.stream()
                    .filter(part -> part.mesh().morphTargets().size() == targetCount)
                    .findFirst()
                    .orElseThrow();
            ArrayNode names = json.putObject("extras").putArray("targetNames");
            named.mesh().morphTargets().forEach(target -> names.add(target.name()));
        }
        return all.size() - 1;
    }

    private ObjectNode primitive(Mesh mesh) {
        ObjectNode json = document.objectNode();
        ObjectNode attributes = json.putObject("attributes");
        attributes.put("POSITION", binary.positions(mesh.positions()));
        mesh.normals().ifPresent(n -> attributes.put("NORMAL", binary.vertices(GltfRows.unit(n, 3), "VEC3")));
        // The validator takes tangents without normals for a mistake.
        if (mesh.normals().isPresent()) {
            mesh.tangents().ifPresent(t -> attributes.put("TANGENT", binary.vertices(GltfRows.unit(t, 4), "VEC4")));
        }
        mesh.texcoords().ifPresent(uv -> attributes.put("TEXCOORD_0", binary.vertices(uv, "VEC2")));
        mesh.colours().ifPresent(c -> attributes.put("COLOR_0", binary.vertices(GltfRows.shares(c), "VEC4")));
        if (mesh.isSkinned()) {
            float[] weights = GltfRows.summingToOne(mesh.weights().orElseThrow());
            int[] joints = mesh.joints().orElseThrow().clone();
            for (int i = 0; i < joints.length; i++) {
                joints[i] = weights[i] == 0 ? 0 : joints[i];
            }
            attributes.put("JOINTS_0", binary.joints(joints));
            attributes.put("WEIGHTS_0", binary.vertices(weights, "VEC4"));
        }
        json.put("indices", binary.triangles(mesh.triangles(), mesh.vertexCount()));
        return json;
    }

    private void writeTargets(ArrayNode targets, Mesh mesh, int count) {
        for (int t = 0; t < count; t++) {
            ObjectNode target = targets.addObject();
            if (t >= mesh.morphTargets().size()) {
                target.put("POSITION", binary.positions(new float[mesh.positions().length]));
                continue;
            }
            MorphTarget morph = mesh.morphTargets().get(t);
            target.put("POSITION", binary.positions(morph.positionDeltas()));
            if (mesh.normals().isPresent()) {
                morph.normalDeltas().ifPresent(deltas -> target.put("NORMAL", binary.vertices(deltas, "VEC3")));
            }
        }
    }
}
