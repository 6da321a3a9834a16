package studio.diorama.geometry.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import studio.diorama.geometry.Mesh;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Primitives;

class UsdzTest {

    @Test
    void filesAreStoredPlainlyAtMultiplesOf64Bytes() throws IOException {
        byte[] bytes = written(Models.waving());
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        int files = 0;
        while (zip.getInt(at) == 0x04034B50) {
            assertThat(zip.getShort(at + 8)).as("stored").isZero();
            int content = at + 30 + zip.getShort(at + 26) + zip.getShort(at + 28);
            assertThat(content % 64).isZero();
            at = content + zip.getInt(at + 18);
            files++;
        }
        // The layer and the five textures of the material.
        assertThat(files).isEqualTo(6);
        assertThat(entries(bytes).keySet()).startsWith("model.usda", "texture_0.png");
    }

    @Test
    void theLayerHoldsTheMesh() throws IOException {
        Mesh torus = Primitives.torus(1, 0.25, 12);
        Map<String, byte[]> files = entries(written(Model.of("torus", torus, Models.material())));
        String text = new String(files.get("model.usda"), StandardCharsets.UTF_8);
        assertThat(text).startsWith("#usda 1.0\n").contains("metersPerUnit = 1").contains("upAxis = \"Y\"");
        assertThat(numbers(text, "point3f\\[\\] points")).isEqualTo(boxed(torus.positions()));
        assertThat(numbers(text, "int\\[\\] faceVertexIndices")).hasSize(torus.triangles().length);
        assertThat(numbers(text, "int\\[\\] faceVertexCounts"))
                .hasSize(torus.triangleCount())
                .containsOnly(3f);
        Matcher assets = Pattern.compile("@([^@]+)@").matcher(text);
        while (assets.find()) {
            assertThat(ImageIO.read(new ByteArrayInputStream(files.get(assets.group(1)))))
                    .isNotNull();
        }
        assertThat(text.chars().filter(c -> c == '{').count())
                .isEqualTo(text.chars().filter(c -> c == '}').count());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        assertThat(written(Models.waving())).isEqualTo(written(Models.waving()));
    }

    private static byte[] written(Model model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Usdz.write(model, out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static List<Float> numbers(String text, String name) {
        Matcher matcher = Pattern.compile(name + " = \\[([^\\]]*)\\]").matcher(text);
        assertThat(matcher.find()).isTrue();
        List<Float> numbers = new ArrayList<>();
        for (String number : matcher.group(1).replaceAll("[()]", "").split(", ")) {
            numbers.add(Float.parseFloat(number));
        }
        return numbers;
    }

    private static List<Float> boxed(float[] values) {
        List<Float> boxed = new ArrayList<>();
        for (float value : values) {
            boxed.add(value);
        }
        return boxed;
    }
}
