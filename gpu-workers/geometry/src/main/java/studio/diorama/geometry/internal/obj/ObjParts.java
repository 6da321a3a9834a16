package studio.diorama.geometry.internal.obj;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joml.Vector3d;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Normals;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Polygon;
import studio.diorama.geometry.internal.Numbers.Floats;
import studio.diorama.geometry.internal.Numbers.Ints;
import studio.diorama.geometry.io.ObjFile;

/// Makes triangle meshes of an OBJ file's polygons, one for each material.
public final class ObjParts {

    private final ObjFile file;
    private final Map<String, Material> materials;

    public ObjParts(ObjFile file, Map<String, Material> materials) {
        this.file = file;
        this.materials = materials;
    }

    public List<Part> parts() {
        Map<Integer, List<Integer>> facesOfMaterial = new TreeMap<>();
        for (int face = 0; face < file.faceCount(); face++) {
            facesOfMaterial
                    .computeIfAbsent(file.faceMaterials()[face], number -> new ArrayList<>())
                    .add(face);
        }
        List<Part> parts = new ArrayList<>();
        facesOfMaterial.forEach((number, faces) -> {
            String name = number < 0 ? "" : file.materialNames().get(number);
            Material material = materials.getOrDefault(name, Material.DEFAULT.withName(name));
            parts.add(new Part(new Builder().mesh(faces), material));
        });
        return parts;
    }

    private record Corner(int position, int texcoord, int normal) {}

    /// One mesh as its vertices are met.
    private final class Builder {

        private final Map<Corner, Integer> vertices = new HashMap<>();
        private final Floats positions = new Floats();
        private final Floats texcoords = new Floats();
        private final Floats normals = new Floats();
        private final Ints triangles = new Ints();
        private boolean hasTexcoords = true;
        private boolean hasNormals = true;

        Mesh mesh(List<Integer> faces) {
            faces.forEach(this::addFace);
            Mesh.Builder builder = Mesh.builder(positions.toArray(), triangles.toArray());
            if (hasTexcoords) {
                builder.texcoords(texcoords.toArray());
            }
            if (hasNormals) {
                return builder.normals(normals.toArray()).build();
            }
            return Normals.smooth(builder.build());
        }

        private void addFace(int face) {
            int start = file.faceStarts()[face];
            List<Vector3d> corners = new ArrayList<>();
            int[] numbers = new int[file.cornerCount(face)];
            for (int i = 0; i < numbers.length; i++) {
                int p = file.cornerPositions()[start + i] * 3;
                corners.add(new Vector3d(file.positions()[p], file.positions()[p + 1], file.positions()[p + 2]));
                numbers[i] = vertex(start + i);
            }
            for (int corner : Polygon.triangles(corners)) {
                triangles.add(numbers[corner]);
            }
        }

        private int vertex(int at) {
            Corner corner =
                    new Corner(file.cornerPositions()[at], file.cornerTexcoords()[at], file.cornerNormals()[at]);
            Integer known = vertices.putIfAbsent(corner, vertices.size());
            if (known != null) {
                return known;
            }
            copy(file.positions(), corner.position * 3, 3, positions);
            hasTexcoords &= corner.texcoord >= 0;
            hasNormals &= corner.normal >= 0;
            texcoords.add(corner.texcoord < 0 ? 0 : file.texcoords()[corner.texcoord * 2]);
            // OBJ counts v from the bottom of the texture, glTF from the top.
            texcoords.add(corner.texcoord < 0 ? 0 : 1 - file.texcoords()[corner.texcoord * 2 + 1]);
            if (corner.normal >= 0) {
                copyUnit(file.normals(), corner.normal * 3, normals);
            } else {
                copy(new float[] {0, 1, 0}, 0, 3, normals);
            }
            return vertices.size() - 1;
        }

        private static void copyUnit(float[] from, int at, Floats to) {
            double length = Math.sqrt((double) from[at] * from[at]
                    + (double) from[at + 1] * from[at + 1]
                    + (double) from[at + 2] * from[at + 2]);
            for (int k = 0; k < 3; k++) {
                to.add(length > 0 ? (float) (from[at + k] / length) : k == 1 ? 1 : 0);
            }
        }

        private static void copy(float[] from, int at, int count, Floats to) {
            for (int k = 0; k < count; k++) {
                to.add(from[at + k]);
            }
        }
    }
}
