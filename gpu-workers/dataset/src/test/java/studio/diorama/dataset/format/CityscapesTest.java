package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;

class CityscapesTest {

    @TempDir
    private Path folder;

    @Test
    void instancesAreClassTimesAThousandAndStuffIsItsClass() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.CITYSCAPES, frames, folder.resolve("out"));
        Path truth = folder.resolve("out/gtFine/val/diorama");
        int[] instances = Exports.png(truth.resolve("diorama_000000_000017_gtFine_instanceIds.png"));
        int[] labels = Exports.png(truth.resolve("diorama_000000_000017_gtFine_labelIds.png"));
        for (int i = 0; i < instances.length; i++) {
            int expected = switch (frames.get(2).instances()[i]) {
                case SampleDataset.RING -> 3000;
                case SampleDataset.PARTS -> 5000;
                case SampleDataset.FLOOR -> 9;
                default -> 0;
            };
            assertThat(instances[i]).isEqualTo(expected);
            assertThat(labels[i]).isEqualTo(expected > 1000 ? expected / 1000 : expected);
        }
        assertThat(folder.resolve("out/leftImg8bit/val/diorama/diorama_000000_000017_leftImg8bit.png"))
                .exists();
    }

    @Test
    void refusesClassesThatDoNotFit() {
        DatasetInfo high = new DatasetInfo(
                "high", "", "1", List.of(ClassInfo.of(65, "box", ClassKind.THING, 0)), List.of(), List.of());
        LabelWriter writer = LabelFormat.CITYSCAPES.newWriter();
        assertThatThrownBy(() -> writer.open(folder.resolve("out"), high))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("up to 64");
    }
}
