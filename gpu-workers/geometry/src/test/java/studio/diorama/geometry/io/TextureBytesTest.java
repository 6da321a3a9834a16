package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.joml.Vector2d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.DioramaException;
import studio.diorama.geometry.Texture;
import studio.diorama.geometry.TextureUse;
import studio.diorama.geometry.internal.TextureDecoder;
import studio.diorama.geometry.internal.TextureEncoder;

class TextureBytesTest {

    @Test
    void pngKeepsEveryByteWithAndWithoutAlpha() {
        for (boolean alpha : new boolean[] {true, false}) {
            Texture texture = Models.texture("t", 7, 5, alpha);
            Texture back = new TextureDecoder(ModelLimits.DEFAULT).decode(TextureEncoder.png(texture), "t");
            assertThat(back.rgba()).isEqualTo(texture.rgba());
            assertThat(back.width()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void damagedPicturesAreRefused(String format) throws IOException {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 24 * 16; i++) {
            image.setRGB(i % 24, i / 24, i * 7919);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        byte[] whole = out.toByteArray();
        ModelLimits small = new ModelLimits(1 << 20, 1, 1, 1, 64, 64 * 64);
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                damaged[random.nextInt(4, Math.min(whole.length, 700))] = (byte) random.nextInt();
            }
            Throwable thrown = catchThrowable(() -> new TextureDecoder(small).decode(damaged, "picture"));
            assertThat(thrown)
                    .satisfiesAnyOf(
                            e -> assertThat(e).isNull(),
                            e -> assertThat(e)
                                    .isInstanceOf(DioramaException.class)
                                    .hasMessageStartingWith("picture: "));
            refused += thrown == null ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void theSumOfAllTexelsIsBounded() {
        TextureDecoder decoder = new TextureDecoder(new ModelLimits(1 << 20, 1, 1, 1, 64, 100));
        byte[] png = TextureEncoder.png(Models.texture("t", 8, 8, false));
        decoder.decode(png, "first");
        assertThatThrownBy(() -> decoder.decode(png, "second")).hasMessageContaining("of 100 texels in all");
    }

    @Test
    void coordinatesTurnCounterClockwise() {
        TextureUse turned = TextureUse.of(Models.texture("t", 1, 1, false))
                .withTransform(new Vector2d(0.5, 0.25), new Vector2d(2, 3), Math.PI / 2);
        // v goes down: to the right becomes up, and down becomes to the right.
        assertThat(turned.place(1, 0).distance(0.5, 0.25 - 2)).isLessThan(1e-12);
        assertThat(turned.place(0, 1).distance(0.5 + 3, 0.25)).isLessThan(1e-12);
    }
}
