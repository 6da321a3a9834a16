package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.diorama.common.DioramaException;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Measures;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Primitives;
import studio.diorama.geometry.SharedData;

class ObjTest {

    @TempDir
    Path folder;

    @Test
    void polygonsNegativeNumbersAndMaterialsAreRead() throws IOException {
        Files.writeString(folder.resolve("house.mtl"), """
                newmtl wall
                Kd 0.5 0.25 1
                Ns 250
                newmtl glass
                d 0.25
                map_Kd -s 1 1 1 -clamp on my picture.png
                """);
        Obj.write(
                Model.of(
                        "x",
                        Primitives.plane(1, 1, 1),
                        Material.DEFAULT.withBaseColourTexture(Models.texture("t", 2, 2, false))),
                folder.resolve("x.obj"));
        Files.move(folder.resolve("x_texture_0.png"), folder.resolve("my picture.png"));
        Model model = read("""
                # a five-cornered wall and two windows
                mtllib house.mtl
                v 0 0 0
                v 2 0 0
                v 2 2 0
                v 1 3 0
                v 0 2 0
                vt 0 0
                vt 1 0.25
                vn 0 0 2
                g front
                usemtl wall
                f 1//1 2//1 3//1 \\
                  4//1 5//1
                usemtl glass
                f -5/1 -4/2 -3/2
                """);
        List<Part> parts = model.nodes().getFirst().parts();
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).mesh().triangleCount()).isEqualTo(3);
        assertThat(parts.get(0).mesh().normals().orElseThrow()).startsWith(0, 0, 1);
        assertThat(parts.get(0).mesh().texcoords()).isEmpty();
        assertThat(Measures.area(parts.get(0).mesh())).isCloseTo(5, within(1e-6));
        assertThat(parts.get(0).material().baseColour().y()).isEqualTo(0.25f);
        assertThat(parts.get(0).material().roughness()).isEqualTo(0.5f);
        assertThat(parts.get(1).mesh().texcoords().orElseThrow()).containsExactly(0, 1, 1, 0.75f, 1, 0.75f);
        assertThat(parts.get(1).material().alphaMode()).isEqualTo(AlphaMode.BLEND);
        assertThat(parts.get(1)
                        .material()
                        .baseColourTexture()
                        .orElseThrow()
                        .texture()
                        .rgba())
                .isEqualTo(Models.texture("t", 2, 2, false).rgba());
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() {
        Mesh torus = Primitives.torus(1, 0.25, 20);
        Material material = Material.of("clay", 0.5f, 0.25f, 0.125f).withMetallicRoughness(0.75f, 0.375f);
        Path file = folder.resolve("torus.obj");
        Obj.write(Model.of("torus", torus, material), file);
        Part back =
                Obj.read(file, ModelLimits.DEFAULT).nodes().getFirst().parts().getFirst();
        assertThat(back.material()).isEqualTo(material);
        assertThat(back.mesh().triangleCount()).isEqualTo(torus.triangleCount());
        for (int corner = 0; corner < torus.triangles().length; corner++) {
            int one = torus.triangles()[corner];
            int other = back.mesh().triangles()[corner];
            for (int k = 0; k < 3; k++) {
                assertThat(back.mesh().positions()[other * 3 + k]).isEqualTo(torus.positions()[one * 3 + k]);
            }
            assertThat(back.mesh().texcoords().orElseThrow()[other * 2 + 1])
                    .isCloseTo(torus.texcoords().orElseThrow()[one * 2 + 1], within(1e-7f));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v 0 0              | line 1: a finite number expected, got 'nothing'",
                "v 0 nan 0          | line 1: a finite number expected",
                "v 0 1e99 0         | line 1: a finite number expected",
                "f 1 2 3            | faces ask for number 1 of 0 vertices",
                "f 1 2              | line 1: a face of at least 3 corners",
                "f 0 1 2            | got '0'",
                "f -1 1 2           | got '-1'",
                "f 1/2147483648 1 1 | got '2147483648'",
                "f / 1 2            | a vertex number expected",
                "mtllib ../x.mtl    | in the same folder expected, got '../x.mtl'",
                "mtllib /etc/passwd | in the same folder expected",
            })
    void hostileLinesAreRefusedByNumber(String line, String message) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(DioramaException.class)
                .hasMessageStartingWith("model.obj")
                .hasMessageContaining(message);
    }

    @Test
    void aLineWithoutEndAndAFileWithTooManyTrianglesAreRefused() {
        assertThatThrownBy(() -> read("f " + "1 ".repeat(1 << 20))).hasMessageContaining("a line of at most");
        ModelLimits few = new ModelLimits(1 << 20, 5, 10, 10, 16, 256);
        assertThatThrownBy(() -> {
                    Files.writeString(folder.resolve("many.obj"), "v 0 0 0\n" + "f 1 1 1\n".repeat(6));
                    Obj.read(folder.resolve("many.obj"), few);
                })
                .hasMessageContaining("at most 5 triangles");
    }

    @Test
    void theBodyOfMakeHumanIsRead() {
        ObjFile body = Obj.readPolygons(
                SharedData.file("bodies/makehuman/makehuman/data/3dobjs/base.obj"), ModelLimits.DEFAULT);
        assertThat(body.vertexCount()).isEqualTo(19_158);
        assertThat(body.faceCount()).isEqualTo(18_486);
        assertThat(body.groupNames()).contains("body");
    }

    @Test
    void clothesOfMakeHumanAreRead() {
        for (String name : List.of("male_casualsuit01", "female_elegantsuit01", "shoes03")) {
            Path file = SharedData.file("bodies/makehuman-assets/base/clothes/%s/%s.obj".formatted(name, name));
            Mesh mesh = Obj.read(file, ModelLimits.DEFAULT)
                    .nodes()
                    .getFirst()
                    .parts()
                    .getFirst()
                    .mesh();
            assertThat(mesh.triangleCount()).isGreaterThan(1000);
            assertThat(mesh.texcoords()).isPresent();
            assertThat(mesh.normals()).isPresent();
        }
    }

    private Model read(String text) throws IOException {
        Path file = folder.resolve("model.obj");
        Files.writeString(file, text);
        return Obj.read(file, ModelLimits.DEFAULT);
    }
}
