package studio.diorama.dataset.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class VocTest {

    @TempDir
    private Path folder;

    @Test
    void boxesCountFromOneAndIncludeBothEnds() throws IOException, ParserConfigurationException, SAXException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.VOC, frames, folder.resolve("out"));
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("out/Annotations/000000.xml").toFile());
        assertThat(xml.getElementsByTagName("object").getLength()).isEqualTo(2);
        Element car = (Element) xml.getElementsByTagName("object").item(1);
        assertThat(text(car, "name")).isEqualTo("car");
        // Columns 36 to 59 and rows 20 to 26 counted from 0.
        assertThat(text(car, "xmin")).isEqualTo("37");
        assertThat(text(car, "ymin")).isEqualTo("21");
        assertThat(text(car, "xmax")).isEqualTo("60");
        assertThat(text(car, "ymax")).isEqualTo("27");
        assertThat(text(car, "truncated")).isEqualTo("0");
        assertThat(text(car, "occluded")).isEqualTo("1");
    }

    @Test
    void masksHoldClassesAndObjectNumbersWithoutARim() throws IOException {
        List<LabelledFrame> frames = Exports.frames(folder.resolve("in"));
        Exports.write(LabelFormat.VOC, frames, folder.resolve("out"));
        assertThat(Exports.png(folder.resolve("out/SegmentationClass/000005.png")))
                .isEqualTo(frames.get(1).classes());
        int[] objects = Exports.png(folder.resolve("out/SegmentationObject/000005.png"));
        for (int i = 0; i < objects.length; i++) {
            int expected = switch (frames.get(1).instances()[i]) {
                case SampleDataset.RING -> 1;
                case SampleDataset.PARTS -> 2;
                default -> 0;
            };
            assertThat(objects[i]).isEqualTo(expected);
        }
        assertThat(Files.readString(folder.resolve("out/ImageSets/Main/train.txt")))
                .isEqualTo("000000\n000005\n");
    }

    private static String text(Element element, String tag) {
        return element.getElementsByTagName(tag).item(0).getTextContent();
    }
}
