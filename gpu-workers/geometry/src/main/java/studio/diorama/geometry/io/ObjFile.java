package studio.diorama.geometry.io;

import java.util.List;

/// An OBJ file as it stands: polygons of any number of corners, vertices in the file's order and number.
///
/// Corner i of face f is entry `faceStarts[f] + i` of the corner arrays. All numbers count from 0 and are in range;
/// -1 stands for none.
///
/// @param positions (vertices × 3) as written, in whatever unit the file uses
/// @param texcoords (texture vertices × 2) as written: v upwards
/// @param normals (normals × 3) as written
/// @param faceStarts (faces + 1) where each face's corners begin; the last entry is the number of corners
/// @param cornerPositions numbers of positions
/// @param cornerTexcoords numbers of texture vertices, or -1
/// @param cornerNormals numbers of normals, or -1
/// @param faceMaterials for each face a number in `materialNames`, or -1
/// @param faceGroups for each face a number in `groupNames`, or -1
/// @param materialNames of `usemtl`, in the order in which they come
/// @param groupNames of `g` or, in files without groups, of `o`
/// @param libraries names of the MTL files
public record ObjFile(
        float[] positions,
        float[] texcoords,
        float[] normals,
        int[] faceStarts,
        int[] cornerPositions,
        int[] cornerTexcoords,
        int[] cornerNormals,
        int[] faceMaterials,
        int[] faceGroups,
        List<String> materialNames,
        List<String> groupNames,
        List<String> libraries) {

    public ObjFile {
        materialNames = List.copyOf(materialNames);
        groupNames = List.copyOf(groupNames);
        libraries = List.copyOf(libraries);
    }

    public int vertexCount() {
        return positions.length / 3;
    }

    public int faceCount() {
        return faceStarts.length - 1;
    }

    /// The number of corners of a face.
    public int cornerCount(int face) {
        return faceStarts[face + 1] - faceStarts[face];
    }
}
