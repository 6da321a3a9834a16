package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.PosedPart;
import studio.diorama.geometry.Primitives;
import studio.diorama.geometry.TextureUse;

class GltfRoundTripTest {

    @TempDir
    Path folder;

    @Test
    void aModelComesBackAsItWas() {
        Model model = Models.waving();
        Path file = folder.resolve("waving.glb");
        Gltf.write(model, file);
        Model back = Gltf.read(file, ModelLimits.DEFAULT);

        assertThat(back.name()).isEqualTo(model.name());
        assertThat(back.roots()).isEqualTo(model.roots());
        assertThat(back.nodes()).hasSameSizeAs(model.nodes());
        for (int i = 0; i < model.nodes().size(); i++) {
            assertThat(back.nodes().get(i).name())
                    .isEqualTo(model.nodes().get(i).name());
            assertThat(back.nodes().get(i).local())
                    .isEqualTo(model.nodes().get(i).local());
            assertThat(back.nodes().get(i).skin())
                    .isEqualTo(model.nodes().get(i).skin());
        }
        assertThat(back.skins()).isEqualTo(model.skins());
        assertThat(back.animation("wave").orElseThrow().duration()).isEqualTo(1);
        for (double seconds : new double[] {0, 0.3, 0.75, 2}) {
            requireAlike(model.posed("wave", seconds), back.posed("wave", seconds));
        }
        assertThat(back.nodes()
                        .get(0)
                        .parts()
                        .getFirst()
                        .mesh()
                        .morphTargets()
                        .getFirst()
                        .name())
                .isEqualTo("bulge");
        assertThat(back.nodes().get(3).parts().getFirst().mesh())
                .isSameAs(back.nodes().get(4).parts().getFirst().mesh());
    }

    private static void requireAlike(List<PosedPart> expected, List<PosedPart> actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Mesh one = expected.get(i).mesh();
            Mesh other = actual.get(i).mesh();
            assertThat(other.triangles()).isEqualTo(one.triangles());
            requireClose(one.positions(), other.positions());
            requireClose(one.normals().orElseThrow(), other.normals().orElseThrow());
            assertThat(other.texcoords().orElseThrow())
                    .isEqualTo(one.texcoords().orElseThrow());
            assertThat(other.colours().isPresent()).isEqualTo(one.colours().isPresent());
            assertThat(actual.get(i).world().equals(expected.get(i).world(), 1e-9))
                    .isTrue();
        }
    }

    private static void requireClose(float[] expected, float[] actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(2e-6f));
        }
    }

    @Test
    void materialsKeepEveryFactorAndTexel() throws IOException {
        Material material = Models.material();
        Material back = readBack(Model.of("ball", Primitives.sphere(1, 8), material))
                .nodes()
                .getFirst()
                .parts()
                .getFirst()
                .material();

        requireSameTexels(material.baseColourTexture(), back.baseColourTexture());
        requireSameTexels(material.metallicRoughnessTexture(), back.metallicRoughnessTexture());
        requireSameTexels(material.normalTexture(), back.normalTexture());
        requireSameTexels(material.occlusionTexture(), back.occlusionTexture());
        requireSameTexels(material.emissiveTexture(), back.emissiveTexture());
        // With its own textures put back, nothing else differs.
        Material compared = back.toBuilder()
                .baseColourTexture(material.baseColourTexture().orElseThrow())
                .metallicRoughnessTexture(material.metallicRoughnessTexture().orElseThrow())
                .normalTexture(material.normalTexture().orElseThrow(), back.normalScale())
                .occlusionTexture(material.occlusionTexture().orElseThrow(), back.occlusionStrength())
                .emissiveTexture(material.emissiveTexture().orElseThrow())
                .build();
        assertThat(compared).isEqualTo(material);
        Material unlit = Material.builder("sign").unlit(true).build();
        assertThat(readBack(Model.of("sign", Primitives.plane(1, 1, 1), unlit))
                        .nodes()
                        .getFirst()
                        .parts()
                        .getFirst()
                        .material())
                .isEqualTo(unlit);
    }

    private static void requireSameTexels(Optional<TextureUse> expected, Optional<TextureUse> actual) {
        TextureUse one = expected.orElseThrow();
        TextureUse other = actual.orElseThrow();
        assertThat(other.texture().rgba()).isEqualTo(one.texture().rgba());
        assertThat(other.withTexture(one.texture())).isEqualTo(one);
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        assertThat(bytes(Models.waving())).isEqualTo(bytes(Models.waving()));
    }

    @Test
    void manyVerticesNeedWiderIndices() throws IOException {
        Mesh large = Primitives.plane(1, 1, 300);
        Mesh back = readBack(Model.of("plane", large, Material.DEFAULT))
                .nodes()
                .getFirst()
                .parts()
                .getFirst()
                .mesh();
        assertThat(back.triangles()).isEqualTo(large.triangles());
        assertThat(back.positions()).isEqualTo(large.positions());
    }

    @Test
    void aModelOfNothingIsAModel() throws IOException {
        Model nothing = new Model("", List.of(), List.of(), List.of(), List.of());
        assertThat(readBack(nothing).nodes()).isEmpty();
    }

    private static Model readBack(Model model) throws IOException {
        return Gltf.read(bytes(model), "model.glb", ModelLimits.DEFAULT);
    }

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Gltf.write(model, out);
        return out.toByteArray();
    }
}
