package studio.diorama.geometry.io;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.internal.BoundedBytes;
import studio.diorama.geometry.internal.gltf.GltfReader;
import studio.diorama.geometry.internal.gltf.GltfWriter;

/// glTF 2.0 and its binary form GLB (Khronos, ISO/IEC 12113).
///
/// Read are meshes, metallic-roughness materials, PNG and JPEG textures, skins, morph targets and animations, with
/// the extensions `EXT_mesh_gpu_instancing`, `KHR_texture_transform`, `KHR_mesh_quantization` and, of materials,
/// `emissive_strength`, `transmission` (without its texture), `ior` and `unlit`. Lights and cameras are passed over.
public final class Gltf {

    private Gltf() {}

    /// Reads a `.glb` or `.gltf`; files that it names are taken from its own folder or below, nowhere else.
    ///
    /// @throws DioramaException for what is damaged, too large or not understood
    public static Model read(Path file, ModelLimits limits) {
        requireNonNull(limits, "limits is null");
        byte[] bytes = BoundedBytes.read(file, limits.maxBytes());
        Path folder = file.toAbsolutePath().getParent();
        return GltfReader.read(bytes, String.valueOf(file.getFileName()), Optional.of(folder), limits);
    }

    /// Reads a model that is all in one piece: it may name no files.
    ///
    /// @param name for messages and for a model without a name
    /// @throws DioramaException for what is damaged, too large or not understood
    public static Model read(byte[] bytes, String name, ModelLimits limits) {
        return GltfReader.read(bytes, name, Optional.empty(), limits);
    }

    /// Writes a GLB with everything in it.
    public static void write(Model model, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(model, out);
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.STORAGE_FULL, file.getFileName() + ": the model cannot be written; is the disk full?", e);
        }
    }

    /// Writes a GLB with everything in it.
    ///
    /// @throws DioramaException if it would be larger than a GLB can be
    public static void write(Model model, OutputStream out) throws IOException {
        new GltfWriter(requireNonNull(model, "model is null")).write(out);
    }
}
