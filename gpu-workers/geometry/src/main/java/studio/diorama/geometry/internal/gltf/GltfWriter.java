package studio.diorama.geometry.internal.gltf;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import studio.diorama.geometry.Animation;
import studio.diorama.geometry.AnimationChannel;
import studio.diorama.geometry.AnimationTarget;
import studio.diorama.geometry.Interpolation;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Node;
import studio.diorama.geometry.Skin;
import studio.diorama.geometry.Transform;

/// Writes a model as a GLB that the Khronos validator finds nothing wrong with.
public final class GltfWriter {

    private final ObjectNode document = new ObjectNode(JsonNodeFactory.withExactBigDecimals(false));
    private final GltfBinary binary = new GltfBinary(document);
    private final Set<String> extensions = new TreeSet<>();
    private final GltfMeshWriter meshes =
            new GltfMeshWriter(document, binary, new GltfMaterialWriter(document, binary, extensions));
    private final Model model;

    public GltfWriter(Model model) {
        this.model = model;
    }

    public void write(OutputStream out) throws IOException {
        document.putObject("asset").put("version", "2.0").put("generator", "Diorama");
        document.put("scene", 0);
        ObjectNode scene = document.putArray("scenes").addObject();
        if (!model.name().isEmpty()) {
            scene.put("name", model.name());
        }
        if (!model.roots().isEmpty()) {
            ArrayNode roots = scene.putArray("nodes");
            model.roots().forEach(roots::add);
        }
        model.nodes().forEach(this::writeNode);
        model.skins().forEach(this::writeSkin);
        model.animations().forEach(this::writeAnimation);
        if (!extensions.isEmpty()) {
            ArrayNode used = document.putArray("extensionsUsed");
            extensions.forEach(used::add);
        }
        if (binary.size() > 0) {
            document.putArray("buffers").addObject().put("byteLength", binary.size());
        }
        writeChunks(out);
    }

    private void writeNode(Node node) {
        ObjectNode json = document.withArray("nodes").addObject();
        if (!node.name().isEmpty()) {
            json.put("name", node.name());
        }
        Transform local = node.local();
        if (!local.translation().equals(new Vector3d())) {
            add(json.putArray("translation"), local.translation());
        }
        if (!local.rotation().equals(new Quaterniond())) {
            json.putArray("rotation")
                    .add(local.rotation().x())
                    .add(local.rotation().y())
                    .add(local.rotation().z())
                    .add(local.rotation().w());
        }
        if (!local.scale().equals(new Vector3d(1))) {
            add(json.putArray("scale"), local.scale());
        }
        if (!node.children().isEmpty()) {
            ArrayNode children = json.putArray("children");
            node.children().forEach(children::add);
        }
        OptionalInt mesh = meshes.write(node.name(), node.parts());
        if (mesh.isEmpty()) {
            return;
        }
        json.put("mesh", mesh.getAsInt());
        boolean skinned = node.parts().stream().anyMatch(part -> part.mesh().isSkinned());
        if (skinned && node.skin().isPresent()) {
            json.put("skin", node.skin().getAsInt());
        }
        int targets = node.parts().stream()
                .mapToInt(part -> part.mesh().morphTargets().size())
                .max()
                .orElse(0);
        if (targets > 0 && node.morphWeights().length > 0) {
            ArrayNode weights = json.putArray("weights");
            for (float weight : Arrays.copyOf(node.morphWeights(), targets)) {
                weights.add(weight);
            }
        }
    }

    private static void add(ArrayNode array, Vector3dc vector) {
        array.add(vector.x()).add(vector.y()).add(vector.z());
    }

    private void writeSkin(Skin skin) {
        ObjectNode json = document.withArray("skins").addObject();
        if (!skin.name().isEmpty()) {
            json.put("name", skin.name());
        }
        ArrayNode joints = json.putArray("joints");
        skin.joints().forEach(joints::add);
        float[] matrices = new float[skin.joints().size() * 16];
        for (int j = 0; j < skin.joints().size(); j++) {
            Matrix4dc affine =
                    new Matrix4d(skin.inverseBind().get(j)).m03(0).m13(0).m23(0).m33(1);
            affine.get(matrices, j * 16);
        }
        json.put("inverseBindMatrices", binary.plain(matrices, "MAT4"));
    }

    private void writeAnimation(Animation animation) {
        if (animation.channels().isEmpty()) {
            return;
        }
        ObjectNode json = document.withArray("animations").addObject();
        if (!animation.name().isEmpty()) {
            json.put("name", animation.name());
        }
        ArrayNode samplers = json.putArray("samplers");
        ArrayNode channels = json.putArray("channels");
        for (AnimationChannel channel : animation.channels()) {
            ObjectNode sampler = samplers.addObject();
            sampler.put("input", binary.times(channel.times()));
            if (channel.interpolation() != Interpolation.LINEAR) {
                sampler.put("interpolation", channel.interpolation().name());
            }
            sampler.put("output", binary.plain(channel.values(), type(channel.target())));
            ObjectNode target =
                    channels.addObject().put("sampler", samplers.size() - 1).putObject("target");
            target.put("node", channel.node());
            target.put("path", channel.target().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String type(AnimationTarget target) {
        return switch (target) {
            case TRANSLATION, SCALE -> "VEC3";
            case ROTATION -> "VEC4";
            case WEIGHTS -> "SCALAR";
        };
    }

    private void writeChunks(OutputStream out) throws IOException {
        byte[] json = new JsonMapper().writeValueAsBytes(document);
        int jsonLength = (json.length + 3) / 4 * 4;
        byte[] content = binary.toBytes();
        int binaryLength = content.length == 0 ? 0 : 8 + content.length;
        ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0x46546C67).putInt(2).putInt(Math.addExact(20 + jsonLength, binaryLength));
        head.putInt(jsonLength).putInt(0x4E4F534A);
        out.write(head.array());
        out.write(json);
        out.write("   ".getBytes(StandardCharsets.US_ASCII), 0, jsonLength - json.length);
        if (content.length > 0) {
            ByteBuffer chunk = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            out.write(chunk.putInt(content.length).putInt(0x004E4942).array());
            out.write(content);
        }
    }
}
