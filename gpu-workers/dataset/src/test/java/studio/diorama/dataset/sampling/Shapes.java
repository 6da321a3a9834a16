package studio.diorama.dataset.sampling;

import java.util.List;
import studio.diorama.dataset.asset.AssetSymmetry;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;

/// Models for tests.
public final class Shapes {

    private Shapes() {}

    /// A box about the origin with flat sides.
    public static SceneAsset box(String name, double halfX, double halfY, double halfZ) {
        float[] positions = new float[72];
        float[] normals = new float[72];
        int[] triangles = new int[36];
        int vertex = 0;
        int index = 0;
        for (int axis = 0; axis < 3; axis++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                int first = vertex;
                for (int corner = 0; corner < 4; corner++) {
                    double[] point = new double[3];
                    point[axis] = sign;
                    point[(axis + 1) % 3] = sign * (corner == 0 || corner == 3 ? -1 : 1);
                    point[(axis + 2) % 3] = corner < 2 ? -1 : 1;
                    positions[3 * vertex] = (float) (point[0] * halfX);
                    positions[3 * vertex + 1] = (float) (point[1] * halfY);
                    positions[3 * vertex + 2] = (float) (point[2] * halfZ);
                    normals[3 * vertex + axis] = sign;
                    vertex++;
                }
                for (int corner : new int[] {0, 1, 2, 0, 2, 3}) {
                    triangles[index++] = first + corner;
                }
            }
        }
        Mesh mesh = Mesh.builder(positions, triangles).normals(normals).build();
        return asset(name, Model.of(name, mesh, Material.of(name, 0.5f, 0.5f, 0.5f)));
    }

    /// A level square about the origin, facing up.
    public static SceneAsset plane(String name, double half) {
        float h = (float) half;
        Mesh mesh = Mesh.builder(new float[] {-h, 0, h, h, 0, h, h, 0, -h, -h, 0, -h}, new int[] {0, 1, 2, 0, 2, 3})
                .normals(new float[] {0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0})
                .build();
        return asset(name, Model.of(name, mesh, Material.of(name, 0.5f, 0.5f, 0.5f)));
    }

    private static SceneAsset asset(String name, Model model) {
        return new SceneAsset(name, "0".repeat(64), "CC0-1.0", name, model, List.of(), AssetSymmetry.NONE);
    }
}
