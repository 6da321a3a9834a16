package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.geometry.Model;

class GltfHostileTest {

    @Test
    void theHarmlessOneIsRead() {
        assertThat(GltfBytes.read(GltfBytes.triangle().in(GltfBytes.TRIANGLE)).triangleCount())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"byteLength\":36}            | \"byteLength\":35}              | accessors[0]: 3 rows of 12 bytes",
                "\"byteOffset\":36             | \"byteOffset\":39               | bufferViews[1]: bytes 39 to 45",
                "\"byteOffset\":36             | \"byteOffset\":9007199254740993 | bufferViews[1]: bytes",
                "\"byteOffset\":36             | \"byteOffset\":-4               | at least 0 expected, got -4",
                "\"byteOffset\":36             | \"byteOffset\":1e300            | at least 0 expected",
                "\"count\":3,\"type\":\"VEC3\" | \"count\":178956971,\"type\":\"VEC3\" | accessors[0]: 'count' from 1",
                "\"count\":3,\"type\":\"VEC3\" | \"count\":0,\"type\":\"VEC3\"   | 'count' from 1",
                "\"count\":3,\"type\":\"SCALAR\" | \"count\":2,\"type\":\"SCALAR\" | three corners a triangle",
                "\"bufferView\":1              | \"bufferView\":2                | 'bufferView' from 0 to below 2",
                "\"POSITION\":0                | \"POSITION\":1                  | accessors[1]: 3 numbers a row",
                "\"POSITION\":0                | \"NORMAL\":0                    | 'POSITION' expected, got nothing",
                "\"indices\":1                 | \"indices\":0                   | accessors[0]: 1 numbers a row",
                "5123                          | 5127                            | got 5127",
                "5123                          | 5126                            | integers expected, got floats",
                "\"VEC3\"                      | \"VEC9\"                        | got 'VEC9'",
                "\"mesh\":0                    | \"mesh\":1                      | nodes[0]: 'mesh' from 0 to below 1",
                "\"mesh\":0                    | \"mesh\":\"x\"                  | got \"x\"",
                "\"mesh\":0                    | \"mesh\":0,\"children\":[0]     | hangs from itself",
                "\"mesh\":0                    | \"mesh\":0,\"skin\":0           | 'skin' from 0 to below 0",
                "\"mesh\":0                    | \"scale\":[1,1e99,1]            | 'scale' as a finite number",
                "\"mesh\":0                    | \"rotation\":[0,0,0,0]          | a rotation that is not zero",
                "\"mesh\":0                    | \"translation\":[1,2]           | 'translation' with 3 numbers",
                "[{\"mesh\":0}]                | 7                               | 'nodes' as an array expected",
            })
    void aWrongPlaceIsNamed(String from, String to, String message) {
        String document = GltfBytes.triangle().in(GltfBytes.TRIANGLE);
        assertThat(document).contains(from);
        assertThatThrownBy(() -> GltfBytes.read(document.replaceFirst(Pattern.quote(from), to)))
                .isInstanceOf(DioramaException.class)
                .hasMessageStartingWith("test.gltf: ")
                .hasMessageContaining(message);
    }

    @Test
    void indicesBeyondTheVerticesAndNumbersThatAreNoneAreRefused() {
        GltfBytes far = new GltfBytes().floats(0, 0, 0, 1, 0, 0, 0, 1, 0).shorts(0, 1, 3, 0);
        assertThatThrownBy(() -> GltfBytes.read(far.in(GltfBytes.TRIANGLE)))
                .hasMessage("test.gltf: meshes[0].primitives[0]: triangles: numbers from 0 to below 3 expected,"
                        + " got 3 at 2");
        GltfBytes nan =
                new GltfBytes().floats(0, 0, 0, 1, Double.NaN, 0, 0, 1, 0).shorts(0, 1, 2, 0);
        assertThatThrownBy(() -> GltfBytes.read(nan.in(GltfBytes.TRIANGLE)))
                .hasMessageContaining("positions: finite numbers expected, got NaN at 4");
    }

    @Test
    void unknownRequirementsAreRefusedByName() {
        String document = GltfBytes.triangle()
                .in("\"extensionsRequired\":[\"KHR_draco_mesh_compression\"]," + GltfBytes.TRIANGLE);
        assertThatThrownBy(() -> GltfBytes.read(document))
                .hasMessageContaining("'KHR_draco_mesh_compression'")
                .satisfies(e -> assertThat(((DioramaException) e).code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA));
    }

    @Test
    void treesThatAreTooDeepOrTooWideAreRefused() {
        StringBuilder chain = new StringBuilder("\"nodes\":[");
        for (int i = 0; i < 299; i++) {
            chain.append("{\"children\":[").append(i + 1).append("]},");
        }
        assertThatThrownBy(() -> GltfBytes.read(new GltfBytes().octets(0).in(chain + "{}]")))
                .hasMessageContaining("deeper than 256");
        String wide = "\"nodes\":[" + "{},".repeat(50_000) + "{}]";
        assertThatThrownBy(() -> GltfBytes.read(new GltfBytes().octets(0).in(wide)))
                .hasMessageContaining("at most 50000 nodes expected, got 50001");
        String circle = "\"nodes\":[{\"children\":[1]},{\"children\":[2]},{\"children\":[0]}]";
        assertThatThrownBy(() -> GltfBytes.read(new GltfBytes().octets(0).in(circle)))
                .hasMessageContaining("hangs from itself");
    }

    @Test
    void deepJsonIsRefusedBeforeTheStackIs() {
        String deep = "{\"asset\":{\"version\":\"2.0\"},\"extras\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> GltfBytes.read(deep))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("JSON cannot be read");
    }

    @Test
    void fewBytesCannotAskForMuchMemory() {
        // A thousand meshes that share two accessors without bytes of their own.
        StringBuilder meshes = new StringBuilder("\"meshes\":[");
        StringBuilder nodes = new StringBuilder("\"nodes\":[");
        for (int i = 0; i < 1000; i++) {
            meshes.append(i == 0 ? "" : ",").append("{\"primitives\":[{\"attributes\":{\"POSITION\":0}}]}");
            nodes.append(i == 0 ? "" : ",").append("{\"mesh\":").append(i).append('}');
        }
        String document = new GltfBytes()
                .octets(0)
                .in("\"accessors\":[{\"componentType\":5126,\"count\":30000,\"type\":\"VEC3\"}]," + meshes + "],"
                        + nodes + "]");
        ModelLimits manyTriangles = new ModelLimits(1 << 20, 1 << 30, 10_000, 10, 1, 1);
        ModelLimits manyBytes = new ModelLimits(1 << 30, 100_000, 10_000, 10, 1, 1);
        for (ModelLimits limits : List.of(manyTriangles, manyBytes)) {
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Gltf.read(bytes, "test.gltf", limits))
                    .satisfies(e -> assertThat(((DioramaException) e).code()).isEqualTo(ErrorCode.TOO_LARGE));
        }
    }

    /// Numbers are counted before memory is asked for: none of these survives the heap of a small machine otherwise.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"accessors\":[{\"componentType\":5126,\"count\":134000000,\"type\":\"VEC3\"}]",
                "\"accessors\":[{\"bufferView\":0,\"componentType\":5126,\"count\":134000000,\"type\":\"VEC3\"}]",
                "\"accessors\":[{\"componentType\":5126,\"count\":5000000,\"type\":\"VEC3\",\"sparse\":"
                        + "{\"count\":5000000,\"indices\":{\"bufferView\":0,\"componentType\":5125},"
                        + "\"values\":{\"bufferView\":0}}}]"
            })
    void aShortFileCannotAskForManyNumbers(String accessors) {
        String document = new GltfBytes()
                .ints(0)
                .in("\"bufferViews\":[{\"buffer\":0,\"byteLength\":4}]," + accessors
                        + ",\"meshes\":[{\"primitives\":[{\"attributes\":{\"POSITION\":0},\"targets\":[{},{},{}]}]}],"
                        + "\"nodes\":[{\"mesh\":0}]");
        assertThatThrownBy(() -> GltfBytes.read(document))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("accessors[0]");
    }

    @Test
    void endlessJsonIsRefusedByItsWords() {
        byte[] words = ("{\"asset\":{\"version\":\"2.0\"},\"extras\":[" + "0,".repeat(6_000_000) + "0]}")
                .getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> Gltf.read(words, "words.gltf", ModelLimits.DEFAULT))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("JSON cannot be read");
    }

    @Test
    void picturesAreMeasuredBeforeTheyAreDecoded() {
        byte[] png = {
            (byte) 0x89,
            'P',
            'N',
            'G',
            13,
            10,
            26,
            10,
            0,
            0,
            0,
            13,
            'I',
            'H',
            'D',
            'R',
            0,
            0,
            0x70,
            0,
            0,
            0,
            0x70,
            0,
            8,
            6,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        String document = GltfBytes.triangle()
                .in("\"images\":[{\"uri\":\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(png)
                        + "\"}],\"textures\":[{\"source\":0}],"
                        + "\"materials\":[{\"emissiveTexture\":{\"index\":0}}],"
                        + GltfBytes.TRIANGLE.replace("\"indices\":1", "\"indices\":1,\"material\":0"));
        assertThatThrownBy(() -> GltfBytes.read(document))
                .hasMessageContaining("images[0]")
                .hasMessageContaining("got another of 28672 × 28672");
    }

    @Test
    void filesThatAreCutOffAreRefusedWhereverTheCutIs() throws IOException {
        byte[] whole = waving();
        for (int length = 0; length < whole.length; length += 491) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Gltf.read(part, "cut.glb", ModelLimits.DEFAULT))
                    .isInstanceOf(DioramaException.class)
                    .hasMessageStartingWith("cut.glb: ");
        }
    }

    @Test
    void chunksThatLieAreRefused() {
        byte[] glb = GltfBytes.glb("{\"asset\":{\"version\":\"2.0\"}} ", List.of(new byte[8]));
        assertThat(Gltf.read(glb, "x.glb", ModelLimits.DEFAULT).nodes()).isEmpty();
        byte[] huge = glb.clone();
        huge[15] = (byte) 0xFF;
        assertThatThrownBy(() -> Gltf.read(huge, "x.glb", ModelLimits.DEFAULT))
                .hasMessageContaining("chunk 0 announces");
        byte[] old = glb.clone();
        old[4] = 1;
        assertThatThrownBy(() -> Gltf.read(old, "x.glb", ModelLimits.DEFAULT)).hasMessageContaining("got 1");
    }

    /// Whatever bytes are changed, the answer is a model or a refusal; never another exception.
    @Test
    void randomDamageNeverGetsFurtherThanARefusal() throws IOException {
        byte[] whole = waving();
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            // Mostly in the JSON, where the meaning is.
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                damaged[random.nextInt(20, random.nextBoolean() ? whole.length : 3000)] =
                        (byte) random.nextInt(32, 127);
            }
            Throwable thrown = catchThrowable(() -> {
                Model model = Gltf.read(damaged, "damaged.glb", ModelLimits.DEFAULT);
                model.flatten();
            });
            assertThat(thrown)
                    .satisfiesAnyOf(
                            e -> assertThat(e).isNull(), e -> assertThat(e).isInstanceOf(DioramaException.class));
            refused += thrown == null ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(40);
    }

    private static byte[] waving() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Gltf.write(Models.waving(), out);
        return out.toByteArray();
    }
}
