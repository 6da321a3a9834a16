package studio.diorama.geometry.io;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.internal.BoundedBytes;
import studio.diorama.geometry.internal.obj.MtlReader;
import studio.diorama.geometry.internal.obj.ObjParser;
import studio.diorama.geometry.internal.obj.ObjParts;
import studio.diorama.geometry.internal.obj.ObjWriter;

/// Wavefront OBJ with MTL.
///
/// Polygons are cut into triangles; parts without normals are shaded smoothly. The file's unit is taken for metres.
public final class Obj {

    private Obj() {}

    /// Reads a model of one part for each material; MTL files and textures are taken from the file's own folder or
    /// below.
    ///
    /// @throws DioramaException for what is damaged or too large
    public static Model read(Path file, ModelLimits limits) {
        ObjFile polygons = readPolygons(file, limits);
        MtlReader materials = new MtlReader(file.toAbsolutePath().getParent(), limits);
        try {
            polygons.libraries().forEach(materials::read);
        } catch (DioramaException e) {
            throw new DioramaException(e.code(), file.getFileName() + ": " + e.getMessage(), e);
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[oO][bB][jJ]$", "");
        return Model.of(name, new ObjParts(polygons, materials.materials()).parts());
    }

    /// Reads the polygons as they stand, for what counts on the file's own vertex numbers.
    ///
    /// @throws DioramaException for what is damaged or too large
    public static ObjFile readPolygons(Path file, ModelLimits limits) {
        requireNonNull(limits, "limits is null");
        String name = String.valueOf(file.getFileName());
        return new ObjParser(name, limits.maxTriangles()).parse(BoundedBytes.read(file, limits.maxBytes()));
    }

    /// Writes a model at rest, all transforms applied, with its MTL file and textures beside it. Their names begin
    /// with the file's own.
    public static void write(Model model, Path file) {
        try {
            new ObjWriter(requireNonNull(model, "model is null"), file).write();
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.STORAGE_FULL, file.getFileName() + ": the model cannot be written; is the disk full?", e);
        }
    }
}
