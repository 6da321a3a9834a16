package studio.diorama.dataset.format.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.dataset.file.ExrReader;
import studio.diorama.dataset.file.FileLimits;
import studio.diorama.dataset.file.PngFile;
import studio.diorama.dataset.format.LabelWriter;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.SampleFrames;

class WebDatasetWriterTest {

    @TempDir
    private Path folder;

    private record Member(String name, byte[] bytes) {}

    @Test
    void membersOfASampleStandTogetherAndHoldTheFrame() throws IOException {
        List<LabelledFrame> frames = SampleFrames.training(folder, 3);
        write(new WebDatasetWriter(), frames);
        List<Member> members = untar(folder.resolve("out/train-000000.tar"));
        assertThat(members).hasSize(15);
        for (int i = 0; i < members.size(); i++) {
            String name = members.get(i).name();
            assertThat(name.substring(0, name.indexOf('.'))).isEqualTo("00000" + i / 5);
        }
        LabelledFrame frame = frames.get(1);
        assertThat(members.get(5).bytes()).isEqualTo(Files.readAllBytes(frame.image()));
        assertThat(PngFile.decode("i", members.get(6).bytes(), FileLimits.DEFAULT)
                        .ids())
                .isEqualTo(frame.instances());
        assertThat(PngFile.decode("s", members.get(7).bytes(), FileLimits.DEFAULT)
                        .ids())
                .isEqualTo(frame.classes());
        assertThat(ExrReader.decode("d", members.get(8).bytes(), FileLimits.DEFAULT)
                        .channel("Z")
                        .samples())
                .isEqualTo(frame.depth().orElseThrow());
        assertThat(new String(members.get(9).bytes(), StandardCharsets.UTF_8))
                .startsWith("{\"frame\":1,\"size\":[60,40],\"camera\":{\"K\":[70,0,30.25,0,72,19.75,0,0,1]");
    }

    @Test
    void shardsStayBelowTheirSizeAndLoseNothing() throws IOException {
        List<LabelledFrame> frames = SampleFrames.training(folder, 6);
        long most = 60_000;
        write(new WebDatasetWriter(most), frames);
        List<String> names = new ArrayList<>();
        List<Path> shards;
        try (java.util.stream.Stream<Path> files = Files.list(folder.resolve("out"))) {
            shards = files.filter(f -> f.toString().endsWith(".tar")).sorted().toList();
        }
        assertThat(shards).hasSizeBetween(2, 5);
        for (Path shard : shards) {
            assertThat(Files.size(shard)).isLessThanOrEqualTo(most);
            untar(shard).forEach(member -> names.add(member.name()));
        }
        assertThat(names).hasSize(30).doesNotHaveDuplicates();
        assertThat(names)
                .extracting(name -> name.substring(0, name.indexOf('.')))
                .isSorted();
    }

    private void write(LabelWriter writer, List<LabelledFrame> frames) throws IOException {
        writer.open(folder.resolve("out"), SampleFrames.info());
        for (LabelledFrame frame : frames) {
            writer.add(frame);
        }
        writer.close();
    }

    /// A reader of its own: name, size, time and checksum of each header.
    private static List<Member> untar(Path file) throws IOException {
        byte[] tar = Files.readAllBytes(file);
        List<Member> members = new ArrayList<>();
        int at = 0;
        while (tar[at] != 0) {
            int sum = 0;
            for (int i = 0; i < 512; i++) {
                sum += i >= 148 && i < 156 ? ' ' : tar[at + i] & 0xFF;
            }
            assertThat(octal(tar, at + 148, 6)).isEqualTo(sum);
            assertThat(octal(tar, at + 136, 11)).isZero();
            int size = octal(tar, at + 124, 11);
            int end = at;
            while (tar[end] != 0) {
                end++;
            }
            members.add(new Member(
                    new String(tar, at, end - at, StandardCharsets.US_ASCII),
                    Arrays.copyOfRange(tar, at + 512, at + 512 + size)));
            at += 512 + (size + 511) / 512 * 512;
        }
        assertThat(tar.length).isEqualTo(at + 1024);
        return members;
    }

    private static int octal(byte[] tar, int at, int digits) {
        return Integer.parseInt(new String(tar, at, digits, StandardCharsets.US_ASCII), 8);
    }
}
