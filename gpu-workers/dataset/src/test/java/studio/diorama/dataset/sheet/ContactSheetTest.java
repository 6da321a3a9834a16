package studio.diorama.dataset.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.SampleFrames;

class ContactSheetTest {

    @TempDir
    private Path folder;

    @Test
    void hasAPanelForEachLayerThatIsThere() throws IOException {
        SheetLayers layers = layers();
        BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(ContactSheet.png(layers)));
        // Eight panels of 60 × 40 in three rows, and two lines of legend under a heading.
        assertThat(sheet.getWidth()).isEqualTo(8 + 3 * 68);
        assertThat(sheet.getHeight()).isEqualTo(8 + 3 * 68 + 20 + 3 * 22);
        // The first panel is the image itself.
        for (int i = 0; i < 60 * 40; i++) {
            int expected = (layers.rgb()[3 * i] & 0xFF) << 16
                    | (layers.rgb()[3 * i + 1] & 0xFF) << 8
                    | layers.rgb()[3 * i + 2] & 0xFF;
            assertThat(sheet.getRGB(8 + i % 60, 28 + i / 60) & 0xFFFFFF).isEqualTo(expected);
        }
        assertThat(ContactSheet.png(layers)).isEqualTo(ContactSheet.png(layers));
    }

    @Test
    void picturesSayWhatTheLayerSays() throws IOException {
        SheetLayers layers = layers();
        BufferedImage classes = LabelPicture.CLASSES.draw(layers);
        assertThat(classes.getRGB(50, 24) & 0xFFFFFF).isEqualTo(0x0022CC);
        assertThat(classes.getRGB(1, 35) & 0xFFFFFF).isEqualTo(0x808080);
        assertThat(classes.getRGB(1, 1) & 0xFFFFFF).isZero();
        BufferedImage normals = LabelPicture.NORMALS.draw(layers);
        assertThat(normals.getRGB(3, 3) & 0xFFFFFF).isEqualTo(0x8080FF);
        BufferedImage flow = LabelPicture.FLOW.draw(layers);
        // To the right at full speed is pure red, no motion white.
        assertThat(flow.getRGB(59, 0) & 0xFFFFFF).isEqualTo(0xFF0000);
        assertThat(flow.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        BufferedImage depth = LabelPicture.DEPTH.draw(layers);
        assertThat(depth.getRGB(50, 22) & 0xFF).isGreaterThan(depth.getRGB(50, 39) & 0xFF);
        assertThat(depth.getRGB(1, 1) & 0xFFFFFF).isZero();
        BufferedImage boxes = LabelPicture.BOXES.draw(layers);
        assertThat(boxes.getRGB(59, 26) & 0xFFFFFF)
                .isNotEqualTo(LabelPicture.COLOUR.draw(layers).getRGB(59, 26) & 0xFFFFFF);
    }

    @Test
    void refusesLayersOfAnotherSize() throws IOException {
        LabelledFrame frame = SampleFrames.training(folder, 1).getFirst();
        assertThatThrownBy(() ->
                        new SheetLayers(frame, SampleFrames.info(), new byte[3], Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7200 numbers of colours");
    }

    private SheetLayers layers() throws IOException {
        LabelledFrame frame = SampleFrames.training(folder, 1).getFirst();
        byte[] rgb = new byte[3 * 60 * 40];
        float[] normals = new float[3 * 60 * 40];
        float[] flow = new float[2 * 60 * 40];
        for (int i = 0; i < 60 * 40; i++) {
            rgb[3 * i] = (byte) (i % 200);
            rgb[3 * i + 1] = (byte) (i / 60);
            normals[3 * i + 2] = 1;
            flow[2 * i] = i % 60;
        }
        return new SheetLayers(frame, SampleFrames.info(), rgb, Optional.of(normals), Optional.of(flow));
    }
}
