package studio.diorama.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Writes the sample dataset in a format and reads files with what is not Diorama's.
final class Exports {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Exports() {}

    /// Frames 0 and 5 to train, 17 to val.
    static List<LabelledFrame> frames(Path folder) throws IOException {
        Files.createDirectories(folder);
        return List.of(
                SampleDataset.frame(0, Split.TRAIN, folder),
                SampleDataset.frame(5, Split.TRAIN, folder),
                SampleDataset.frame(17, Split.VAL, folder));
    }

    static FormatReport write(LabelFormat format, List<LabelledFrame> frames, Path folder) throws IOException {
        try (LabelWriter writer = format.newWriter()) {
            writer.open(folder, SampleDataset.info());
            for (LabelledFrame frame : frames) {
                writer.add(frame);
            }
            writer.close();
            return writer.report();
        }
    }

    static JsonNode json(Path file) throws IOException {
        return MAPPER.readTree(file.toFile());
    }

    /// Samples of a PNG file as the JDK reads them, channel after channel within a pixel.
    static int[] png(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    /// All files of a folder with their bytes' hash, by relative name.
    static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            contents.put(folder.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
        }
        return contents;
    }
}
