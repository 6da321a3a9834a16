package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.diorama.common.DioramaException;

/// What holds for every format.
class LabelFormatTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(LabelFormat.class)
    void theSameFramesGiveTheSameBytes(LabelFormat format) throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        FormatReport first = Exports.write(format, frames, folder.resolve("a"));
        FormatReport second = Exports.write(format, frames, folder.resolve("b"));
        assertThat(Exports.contents(folder.resolve("a")))
                .isEqualTo(Exports.contents(folder.resolve("b")))
                .hasSizeGreaterThan(2);
        assertThat(first).isEqualTo(second);
        assertThat(first.frames()).isEqualTo(3);
        JsonNode written = Exports.json(folder.resolve("a/diorama.json"));
        assertThat(written.get("format").asText()).isEqualTo(format.key());
        assertThat(written.get("objects").asLong()).isEqualTo(first.objects());
        assertThat(LabelFormat.named(format.key())).isSameAs(format);
    }

    @ParameterizedTest
    @EnumSource(LabelFormat.class)
    void aFrameWithoutObjectsIsNoTrouble(LabelFormat format) throws IOException {
        LabelledFrame full = SampleDataset.frame(2, Split.TRAIN, folder);
        int[] none = new int[full.instances().length];
        LabelledFrame empty = new LabelledFrame(
                2,
                Split.TRAIN,
                full.width(),
                full.height(),
                full.image(),
                full.camera(),
                none,
                none,
                full.depth(),
                List.of());
        assertThat(Exports.write(format, List.of(empty), folder.resolve("out")).objects())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(LabelFormat.class)
    void framesComeInOrderBetweenOpenAndClose(LabelFormat format) throws IOException {
        LabelledFrame frame = SampleDataset.frame(2, Split.TRAIN, folder);
        LabelWriter writer = format.newWriter();
        assertThatThrownBy(() -> writer.add(frame)).isInstanceOf(IllegalStateException.class);
        writer.open(folder.resolve("out"), SampleDataset.info());
        writer.add(frame);
        assertThatThrownBy(() -> writer.add(frame))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 after 2");
        writer.close();
        writer.close();
        assertThatThrownBy(() -> writer.add(frame)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(LabelFormat.class)
    void anExportThatFailedHasNoReport(LabelFormat format) throws IOException {
        LabelledFrame frame = SampleDataset.frame(2, Split.TRAIN, folder);
        Files.delete(frame.image());
        assertThatThrownBy(() -> Exports.write(format, List.of(frame), folder.resolve("out")))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("out/diorama.json")).doesNotExist();
    }

    @Test
    void anExportAloneStandsOnItsOwn() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.COCO, frames, folder.resolve("all"));
        Exports.write(LabelFormat.COCO, frames.subList(2, 3), folder.resolve("one"));
        // Frame 17 has the same ids whether it was exported alone or with others.
        assertThat(Files.readString(folder.resolve("one/annotations/instances_val.json")))
                .isEqualTo(Files.readString(folder.resolve("all/annotations/instances_val.json")));
    }

    @Test
    void unknownFormatsAndMissingLayersAreNamed() {
        assertThatThrownBy(() -> LabelFormat.named("cocoa"))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("\"cocoa\"")
                .hasMessageContaining("coco, coco-runs");
        Set<LabelInput> some = EnumSet.of(LabelInput.DEPTH, LabelInput.MODELS);
        assertThatThrownBy(() -> LabelFormat.BOP.requireInputs(some))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("amodal");
        LabelFormat.COCO.requireInputs(Set.of());
    }
}
