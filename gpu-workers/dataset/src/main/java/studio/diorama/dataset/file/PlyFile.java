package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes point clouds and meshes as binary little-endian PLY.
public final class PlyFile {

    private PlyFile() {}

    /// Points with what is known of each.
    ///
    /// @param positions (points × 3)
    /// @param normals (points × 3) unit length
    /// @param colours 0xRRGGBB per point
    /// @param ids instance per point
    public record Points(float[] positions, float[] normals, int[] colours, int[] ids) {
        public Points {
            requireNonNull(positions, "positions is null");
            if (positions.length != 3 * ids.length
                    || normals.length != positions.length
                    || colours.length != ids.length) {
                throw new IllegalArgumentException("%d points need 3 × as many coordinates and normals, got %d and %d"
                        .formatted(ids.length, positions.length, normals.length));
            }
        }
    }

    /// Writes points to a new file or over an old one.
    public static void writePoints(Points points, Path file) throws IOException {
        int count = points.ids.length;
        ByteBuffer body = ByteBuffer.allocate(Math.multiplyExact(count, 31)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < 3; c++) {
                body.putFloat(points.positions[3 * i + c]);
            }
            for (int c = 0; c < 3; c++) {
                body.putFloat(points.normals[3 * i + c]);
            }
            int colour = points.colours[i];
            body.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
            body.putInt(points.ids[i]);
        }
        save(file, """
                element vertex %d
                property float x
                property float y
                property float z
                property float nx
                property float ny
                property float nz
                property uchar red
                property uchar green
                property uchar blue
                property int instance
                """.formatted(count), body);
    }

    /// Writes a mesh to a new file or over an old one.
    ///
    /// @param positions (vertices × 3)
    /// @param triangles (triangles × 3) vertex indices
    /// @param scale that positions are multiplied by, such as 1000 for millimetres
    public static void writeMesh(float[] positions, int[] triangles, double scale, Path file) throws IOException {
        int bytes =
                Math.addExact(Math.multiplyExact(positions.length, 4), Math.multiplyExact(triangles.length / 3, 13));
        ByteBuffer body = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (float coordinate : positions) {
            body.putFloat((float) (coordinate * scale));
        }
        for (int i = 0; i + 2 < triangles.length; i += 3) {
            body.put((byte) 3).putInt(triangles[i]).putInt(triangles[i + 1]).putInt(triangles[i + 2]);
        }
        save(file, """
                element vertex %d
                property float x
                property float y
                property float z
                element face %d
                property list uchar int vertex_indices
                """.formatted(positions.length / 3, triangles.length / 3), body);
    }

    private static void save(Path file, String elements, ByteBuffer body) throws IOException {
        String header = "ply\nformat binary_little_endian 1.0\n" + elements + "end_header\n";
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file))) {
            output.write(header.getBytes(StandardCharsets.US_ASCII));
            output.write(body.array(), 0, body.position());
        }
    }
}
