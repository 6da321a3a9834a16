package studio.diorama.dataset.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.TextureUse;

class MaterialsTest {

    @Test
    void givesEveryNameAMaterialOfThatName() {
        assertThat(Materials.names()).doesNotHaveDuplicates().contains("oak", "chrome", "clear-glass");
        for (String name : Materials.names()) {
            assertThat(Materials.get(name).name()).isEqualTo(name);
        }
    }

    @Test
    void laysATextureByTheMetre() {
        TextureUse use = Materials.get("bricks").baseColourTexture().orElseThrow();
        assertThat(use.place(ProceduralTexture.BRICKS.tileMetres(), 0).x).isCloseTo(1, within(1e-12));
    }

    @Test
    void sharesThePicturesOfATexture() {
        Material fabric = Materials.get("fabric");
        Material red = Materials.get("red-fabric");
        assertThat(red.baseColourTexture().orElseThrow().texture())
                .isSameAs(fabric.baseColourTexture().orElseThrow().texture());
        assertThat(red.baseColour()).isNotEqualTo(fabric.baseColour());
    }

    @Test
    void saysWhatThereIsWhenAskedForWhatThereIsNot() {
        assertThatThrownBy(() -> Materials.get("unobtainium"))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("unobtainium")
                .hasMessageContaining("oak");
    }
}
