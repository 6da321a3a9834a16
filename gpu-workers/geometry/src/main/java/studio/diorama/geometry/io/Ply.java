package studio.diorama.geometry.io;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.PointCloud;
import studio.diorama.geometry.internal.BoundedBytes;
import studio.diorama.geometry.internal.ply.PlyReader;

/// Stanford PLY, for point clouds.
public final class Ply {

    private Ply() {}

    /// Reads the vertices of a text or binary PLY, with their normals, red, green, blue and id where they have them.
    ///
    /// @throws DioramaException for what is damaged or too large
    public static PointCloud read(Path file, ModelLimits limits) {
        byte[] bytes =
                BoundedBytes.read(file, requireNonNull(limits, "limits is null").maxBytes());
        return new PlyReader(bytes, String.valueOf(file.getFileName())).read();
    }

    /// Writes binary, little-endian.
    public static void write(PointCloud points, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            write(points, out);
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.STORAGE_FULL,
                    file.getFileName() + ": the points cannot be written; is the disk full?",
                    e);
        }
    }

    /// Writes binary, little-endian: `x y z`, then `nx ny nz`, `red green blue` and `id` where the points have them.
    public static void write(PointCloud points, OutputStream out) throws IOException {
        StringBuilder header = new StringBuilder("ply\nformat binary_little_endian 1.0\n");
        header.append("element vertex ").append(points.size()).append('\n');
        header.append("property float x\nproperty float y\nproperty float z\n");
        points.normals().ifPresent(n -> header.append("property float nx\nproperty float ny\nproperty float nz\n"));
        points.colours()
                .ifPresent(c -> header.append("property uchar red\nproperty uchar green\nproperty uchar blue\n"));
        points.ids().ifPresent(ids -> header.append("property int id\n"));
        header.append("end_header\n");
        out.write(header.toString().getBytes(StandardCharsets.US_ASCII));
        ByteBuffer row = ByteBuffer.allocate(31).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < points.size(); i++) {
            int at = i;
            row.clear();
            putThree(row, points.positions(), at);
            points.normals().ifPresent(normals -> putThree(row, normals, at));
            points.colours().ifPresent(colours -> row.put(colours, at * 3, 3));
            points.ids().ifPresent(ids -> row.putInt(ids[at]));
            out.write(row.array(), 0, row.position());
        }
    }

    private static void putThree(ByteBuffer row, float[] values, int at) {
        row.putFloat(values[at * 3]).putFloat(values[at * 3 + 1]).putFloat(values[at * 3 + 2]);
    }
}
