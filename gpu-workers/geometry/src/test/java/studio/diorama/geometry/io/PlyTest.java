package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.diorama.common.DioramaException;
import studio.diorama.geometry.PointCloud;

class PlyTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenReadsBackAsItWas() {
        PointCloud points = new PointCloud(
                new float[] {1, 2, 3, -4, 5.5f, 6},
                Optional.of(new byte[] {(byte) 255, 0, 7, 1, 2, (byte) 200}),
                Optional.of(new float[] {0, 1, 0, 0, 0, -1}),
                Optional.of(new int[] {7, 65_536}));
        Path file = folder.resolve("points.ply");
        Ply.write(points, file);
        PointCloud back = Ply.read(file, ModelLimits.DEFAULT);
        assertThat(back.positions()).isEqualTo(points.positions());
        assertThat(back.colours().orElseThrow()).isEqualTo(points.colours().orElseThrow());
        assertThat(back.normals().orElseThrow()).isEqualTo(points.normals().orElseThrow());
        assertThat(back.ids().orElseThrow()).isEqualTo(points.ids().orElseThrow());
        assertThat(Ply.read(written(PointCloud.of(new float[0])), ModelLimits.DEFAULT)
                        .size())
                .isZero();
    }

    private Path written(PointCloud points) {
        Path file = folder.resolve("other.ply");
        Ply.write(points, file);
        return file;
    }

    @Test
    void textAndBigEndianAreRead() throws IOException {
        Path file = folder.resolve("text.ply");
        Files.writeString(file, """
                ply
                format ascii 1.0
                comment made by hand
                element face 1
                property list uchar int vertex_indices
                element vertex 2
                property double y
                property float x
                property float z
                property uchar red
                property uchar green
                property uchar blue
                end_header
                3 0 1 1
                2 1 3 255 128 0
                5 4 6 1 2 3
                """);
        PointCloud text = Ply.read(file, ModelLimits.DEFAULT);
        assertThat(text.positions()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(text.colours().orElseThrow()).startsWith(255, 128, 0);

        byte[] header = ("ply\nformat binary_big_endian 1.0\nelement vertex 1\nproperty short x\nproperty float y\n"
                        + "property double z\nend_header\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(header.length + 14).put(header);
        bytes.putShort((short) -300).putFloat(0.5f).putDouble(7);
        Files.write(file, bytes.array());
        assertThat(Ply.read(file, ModelLimits.DEFAULT).positions()).containsExactly(-300, 0.5f, 7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary_little_endian | 2000000000 | float  | too short for them",
                "binary_little_endian | -1         | float  | a count from 0",
                "binary_little_endian | 1          | float  | cut off",
                "binary_little_endian | 1          | quat   | a type such as float expected, got 'quat'",
                "binary_middle_endian | 1          | float  | format ascii",
                "ascii                | 1          | float  | cut off",
            })
    void hostileHeadersAreRefused(String format, String count, String type, String message) throws IOException {
        Path file = folder.resolve("hostile.ply");
        Files.writeString(file, """
                ply
                format %s 1.0
                element vertex %s
                property %s x
                property float y
                property float z
                end_header
                1 2""".formatted(format, count, type));
        assertThatThrownBy(() -> Ply.read(file, ModelLimits.DEFAULT))
                .isInstanceOf(DioramaException.class)
                .hasMessageStartingWith("hostile.ply: ")
                .hasMessageContaining(message);
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        Path file = folder.resolve("endless.ply");
        Files.writeString(file, "ply\n" + "comment\n".repeat(20_000));
        assertThatThrownBy(() -> Ply.read(file, ModelLimits.DEFAULT)).hasMessageContaining("end_header");
    }
}
