package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.PosedPart;
import studio.diorama.geometry.Texture;

class GltfReadTest {

    @TempDir
    Path folder;

    @Test
    void stridesOffsetsAndNormalisedIntegersAreUnpacked() {
        GltfBytes bytes = new GltfBytes().octets(9, 9, 9, 9);
        for (int v = 0; v < 3; v++) {
            // A row of 24 bytes: position, colour as bytes, texture coordinates as shorts, four bytes of nothing.
            bytes.floats(v, v * v, 1)
                    .octets(255, 51, 0, 255)
                    .shorts(65535, 13107)
                    .octets(7, 7, 7, 7);
        }
        Mesh mesh = onlyMesh(GltfBytes.read(bytes.in("""
                "bufferViews":[{"buffer":0,"byteOffset":4,"byteLength":72,"byteStride":24}],
                "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},
                  {"bufferView":0,"byteOffset":12,"componentType":5121,"normalized":true,"count":3,"type":"VEC4"},
                  {"bufferView":0,"byteOffset":16,"componentType":5123,"normalized":true,"count":3,"type":"VEC2"}],
                "meshes":[{"primitives":[{"attributes":{"POSITION":0,"COLOR_0":1,"TEXCOORD_0":2}}]}],
                "nodes":[{"mesh":0}]
                """)));
        assertThat(mesh.positions()).containsExactly(0, 0, 1, 1, 1, 1, 2, 4, 1);
        assertThat(mesh.colours().orElseThrow()).startsWith(1, 0.2f, 0, 1);
        assertThat(mesh.texcoords().orElseThrow()).startsWith(1, 0.2f);
        assertThat(mesh.normals().orElseThrow()).startsWith(0, 0, 1);
    }

    @Test
    void sparseAccessorsReplaceRowsOfZeros() {
        GltfBytes bytes = new GltfBytes().shorts(1, 2).floats(1, 0, 0, 0, 1, 0);
        Mesh mesh = onlyMesh(GltfBytes.read(bytes.in("""
                "bufferViews":[{"buffer":0,"byteLength":4},{"buffer":0,"byteOffset":4,"byteLength":24}],
                "accessors":[{"componentType":5126,"count":3,"type":"VEC3","sparse":{"count":2,
                  "indices":{"bufferView":0,"componentType":5123},"values":{"bufferView":1}}}],
                "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
                "nodes":[{"mesh":0}]
                """)));
        assertThat(mesh.positions()).containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void stripsAndFansBecomeTriangles() {
        GltfBytes bytes = new GltfBytes().floats(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0);
        String document = """
                "bufferViews":[{"buffer":0,"byteLength":48}],
                "accessors":[{"bufferView":0,"componentType":5126,"count":4,"type":"VEC3"}],
                "meshes":[{"primitives":[{"mode":%d,"attributes":{"POSITION":0}}]}],
                "nodes":[{"mesh":0}]
                """;
        // Without normals each triangle has corners of its own, in the order that the strip or fan gives them.
        assertThat(onlyMesh(GltfBytes.read(bytes.in(document.formatted(5)))).positions())
                .containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0);
        assertThat(onlyMesh(GltfBytes.read(bytes.in(document.formatted(6)))).positions())
                .containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0);
        assertThat(GltfBytes.read(bytes.in(document.formatted(1))).triangleCount())
                .isZero();
    }

    @Test
    void instancesBecomeNodes() {
        GltfBytes bytes = GltfBytes.triangle().floats(5, 0, 0, 0, 7, 0);
        Model model = GltfBytes.read(bytes.in("""
                "extensionsUsed":["EXT_mesh_gpu_instancing"],"extensionsRequired":["EXT_mesh_gpu_instancing"],
                "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":44,"byteLength":24}],
                "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},
                             {"bufferView":1,"componentType":5126,"count":2,"type":"VEC3"}],
                "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
                "nodes":[{"mesh":0,"translation":[0,0,1],"extensions":{"EXT_mesh_gpu_instancing":
                  {"attributes":{"TRANSLATION":1}}}}]
                """));
        List<PosedPart> parts = model.flatten();
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).world().getTranslation(new Vector3d())).isEqualTo(new Vector3d(5, 0, 1));
        assertThat(parts.get(1).world().getTranslation(new Vector3d())).isEqualTo(new Vector3d(0, 7, 1));
        assertThat(parts.get(0).mesh()).isSameAs(parts.get(1).mesh());
    }

    @Test
    void aMatrixIsSplit() {
        Model model = GltfBytes.read(GltfBytes.triangle()
                .in(GltfBytes.TRIANGLE.replace(
                        "{\"mesh\":0}", "{\"mesh\":0,\"matrix\":[0,2,0,0,-3,0,0,0,0,0,4,0,5,6,7,1]}")));
        Vector3d moved = model.flatten().getFirst().world().transformPosition(new Vector3d(1, 1, 1));
        assertThat(moved.distance(2, 8, 11)).isLessThan(1e-12);
    }

    @Test
    void texturesOfTheSecondCoordinatesBringThemAlong() throws IOException {
        GltfBytes bytes = GltfBytes.triangle().floats(0, 0, 0, 0, 0, 0).floats(.1, .2, .3, .4, .5, .6);
        Model model = GltfBytes.read(bytes.in("""
                "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":44,"byteLength":24},
                  {"buffer":0,"byteOffset":68,"byteLength":24}],
                "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},
                  {"bufferView":1,"componentType":5126,"count":3,"type":"VEC2"},
                  {"bufferView":2,"componentType":5126,"count":3,"type":"VEC2"}],
                "images":[{"uri":"data:image/png;base64,%s"}],"textures":[{"source":0}],
                "materials":[{"pbrMetallicRoughness":{"baseColorTexture":{"index":0,"texCoord":1}}}],
                "meshes":[{"primitives":[{"material":0,
                  "attributes":{"POSITION":0,"TEXCOORD_0":1,"TEXCOORD_1":2}}]}],
                "nodes":[{"mesh":0}]
                """.formatted(Base64.getEncoder().encodeToString(greyPng()))));
        assertThat(onlyMesh(model).texcoords().orElseThrow()).containsExactly(.1f, .2f, .3f, .4f, .5f, .6f);
        Texture grey = model.nodes()
                .getFirst()
                .parts()
                .getFirst()
                .material()
                .baseColourTexture()
                .orElseThrow()
                .texture();
        assertThat(grey.rgba()).containsExactly(100, 100, 100, 255);
    }

    /// Grey samples are meant as they are; Java's own conversion would make 100 into 168.
    private static byte[] greyPng() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 100);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void filesInTheSameFolderAreFoundAndOthersAreNot() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.write(home.resolve("a b.bin"), GltfBytes.triangle().toBytes());
        Files.write(folder.resolve("secret.bin"), GltfBytes.triangle().toBytes());
        Files.createSymbolicLink(home.resolve("link.bin"), folder.resolve("secret.bin"));
        String document = "{\"asset\":{\"version\":\"2.0\"},\"buffers\":[{\"byteLength\":44,\"uri\":\"%s\"}],"
                + GltfBytes.TRIANGLE + "}";
        Path file = home.resolve("model.gltf");

        Files.writeString(file, document.formatted("a%20b.bin"));
        assertThat(Gltf.read(file, ModelLimits.DEFAULT).triangleCount()).isEqualTo(1);
        for (String escape : List.of(
                "../secret.bin",
                "%2e%2e/secret.bin",
                "x/../../secret.bin",
                "..%5Csecret.bin",
                "/etc/passwd",
                "file:///etc/passwd",
                "http://example.org/x.bin",
                "link.bin",
                "a%00.bin",
                ".",
                "")) {
            Files.writeString(file, document.formatted(escape));
            assertThatThrownBy(() -> Gltf.read(file, ModelLimits.DEFAULT))
                    .as(escape)
                    .isInstanceOf(DioramaException.class)
                    .hasMessageStartingWith("model.gltf: buffers[0]: ");
        }
    }

    @Test
    void moreThanFourJointsLeaveTheStrongestFour() {
        GltfBytes bytes = GltfBytes.triangle();
        for (int v = 0; v < 3; v++) {
            bytes.octets(0, 1, 2, 3);
        }
        for (int v = 0; v < 3; v++) {
            bytes.octets(4, 5, 6, 7);
        }
        for (int v = 0; v < 3; v++) {
            bytes.floats(.3, .05, .2, .1);
        }
        for (int v = 0; v < 3; v++) {
            bytes.floats(.25, 0, .1, 0);
        }
        Mesh mesh = onlyMesh(GltfBytes.read(bytes.in("""
                "bufferViews":[{"buffer":0,"byteLength":36},{"buffer":0,"byteOffset":44,"byteLength":12},
                  {"buffer":0,"byteOffset":56,"byteLength":12},{"buffer":0,"byteOffset":68,"byteLength":48},
                  {"buffer":0,"byteOffset":116,"byteLength":48}],
                "accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},
                  {"bufferView":1,"componentType":5121,"count":3,"type":"VEC4"},
                  {"bufferView":2,"componentType":5121,"count":3,"type":"VEC4"},
                  {"bufferView":3,"componentType":5126,"count":3,"type":"VEC4"},
                  {"bufferView":4,"componentType":5126,"count":3,"type":"VEC4"}],
                "meshes":[{"primitives":[{"attributes":{"POSITION":0,"JOINTS_0":1,"JOINTS_1":2,
                  "WEIGHTS_0":3,"WEIGHTS_1":4}}]}],
                "nodes":[{"mesh":0}]
                """)));
        float[] weights = mesh.weights().orElseThrow();
        int[] joints = mesh.joints().orElseThrow();
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += weights[k];
            double raw = switch (joints[k]) {
                case 0 -> .3;
                case 2 -> .2;
                case 4 -> .25;
                case 3, 6 -> .1;
                default -> throw new AssertionError("a weak joint was kept: " + joints[k]);
            };
            assertThat((double) weights[k]).isCloseTo(raw / .85, within(1e-6));
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    private static Mesh onlyMesh(Model model) {
        return model.flatten().getFirst().mesh();
    }
}
