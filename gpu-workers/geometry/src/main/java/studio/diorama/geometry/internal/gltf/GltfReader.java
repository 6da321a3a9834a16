package studio.diorama.geometry.internal.gltf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Node;
import studio.diorama.geometry.Skin;
import studio.diorama.geometry.internal.BoundedBytes;
import studio.diorama.geometry.io.ModelLimits;

/// A whole file, from its bytes to the model.
public final class GltfReader {

    /// Extensions that a file may not do without here; all others may only adorn.
    private static final Set<String> UNDERSTOOD = Set.of(
            "EXT_mesh_gpu_instancing",
            "KHR_lights_punctual",
            "KHR_materials_emissive_strength",
            "KHR_materials_ior",
            "KHR_materials_transmission",
            "KHR_materials_unlit",
            "KHR_mesh_quantization",
            "KHR_texture_transform");

    private GltfReader() {}

    /// @param folder where the files that the document names may lie; empty for none
    public static Model read(byte[] bytes, String fileName, Optional<Path> folder, ModelLimits limits) {
        if (bytes.length > limits.maxBytes()) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "%s: at most %d bytes expected, got %d".formatted(fileName, limits.maxBytes(), bytes.length));
        }
        GltfContainer container = GltfContainer.open(bytes, fileName);
        Json document = container.json();
        requireVersion(document);
        requireUnderstood(document);
        GltfBuffers buffers = new GltfBuffers(container, folder, limits.maxBytes());
        GltfAccessors accessors = new GltfAccessors(document, buffers, limits.maxBytes());
        GltfMaterials materials = new GltfMaterials(document, new GltfImages(document, buffers, limits));
        GltfMeshes meshes = new GltfMeshes(document, accessors, materials, limits.maxTriangles());
        GltfNodes tree = new GltfNodes(document, accessors, meshes, limits);
        try {
            List<Skin> skins = tree.skins();
            List<Node> nodes = tree.nodes(skins.size());
            return new Model(
                    name(document, fileName),
                    nodes,
                    tree.roots(),
                    skins,
                    new GltfAnimations(document, accessors, tree.size()).animations());
        } catch (IllegalArgumentException e) {
            throw document.refuse(e.getMessage());
        }
    }

    private static void requireVersion(Json document) {
        Json asset = document.requireObject("asset");
        String version = asset.text("version", "");
        if (!version.startsWith("2.")) {
            throw asset.refuse("glTF version 2 expected, got '%s'".formatted(BoundedBytes.shown(version)));
        }
    }

    private static void requireUnderstood(Json document) {
        for (String extension : document.texts("extensionsRequired")) {
            if (!UNDERSTOOD.contains(extension)) {
                throw document.refuse(
                        ErrorCode.UNSUPPORTED_MEDIA,
                        "the file requires the extension '%s', which is not understood; save it without that extension"
                                .formatted(BoundedBytes.shown(extension)));
            }
        }
    }

    private static String name(Json document, String fileName) {
        List<Json> scenes = document.objects("scenes");
        String name = scenes.isEmpty()
                ? ""
                : scenes.get(document.index("scene", scenes.size()).orElse(0)).name();
        int dot = fileName.lastIndexOf('.');
        return name.isEmpty() ? fileName.substring(0, dot > 0 ? dot : fileName.length()) : name;
    }
}
