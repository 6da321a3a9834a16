package studio.diorama.models.cameranoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.imaging.PhotoDecoder;
import studio.diorama.imaging.Rgb8Image;

class CameraNoisePipelineTest {

    private static final NoiseSource FIRST = TestPhotos.source("first", Pictures.random8(31, 17));
    private static final NoiseSource SECOND = TestPhotos.source("second", Pictures.random16(8, 40));

    @Test
    void theSameConfigurationGivesTheSameZip() throws IOException {
        CameraNoiseConfig config = config(new IsoChoice.Range(100, 1600), CameraNoiseConfig.OutputDepth.BOTH);
        assertThat(zip(config, List.of(FIRST, SECOND))).isEqualTo(zip(config, List.of(FIRST, SECOND)));
    }

    @Test
    void aPictureDoesNotDependOnTheOthers() throws IOException {
        CameraNoiseConfig config = config(new IsoChoice.Range(100, 1600), CameraNoiseConfig.OutputDepth.BOTH);
        Map<String, byte[]> both = entries(zip(config, List.of(FIRST, SECOND)));
        Map<String, byte[]> alone = entries(zip(config, List.of(SECOND)));
        for (String folder : List.of("noisy", "clean", "noisy16", "clean16", "level")) {
            String path = folder + "/second.png";
            assertThat(alone.get(path)).as(path).isNotEmpty().isEqualTo(both.get(path));
        }
    }

    @Test
    void manifestStatesEveryFile() throws IOException {
        CameraNoiseConfig config = config(new IsoChoice.Fixed(200), CameraNoiseConfig.OutputDepth.EIGHT);
        Map<String, byte[]> entries = entries(zip(config, List.of(FIRST, SECOND)));
        assertThat(entries.keySet())
                .containsExactly(
                        "noisy/first.png",
                        "clean/first.png",
                        "level/first.png",
                        "noisy/second.png",
                        "clean/second.png",
                        "level/second.png",
                        "manifest.json");
        JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));
        assertThat(manifest.get("codeVersion").asText()).isEqualTo("test");
        for (JsonNode image : manifest.get("images")) {
            assertThat(image.get("iso").asDouble()).isEqualTo(200);
            assertThat(image.get("camera").asText()).isEqualTo("Test camera");
            assertThat(image.get("profileSha256").asText()).isEqualTo(CameraProfileCodec.sha256(Profiles.srgb()));
            for (JsonNode file : image.get("files")) {
                byte[] bytes = entries.get(file.get("path").asText());
                assertThat(file.get("bytes").asInt()).isEqualTo(bytes.length);
                assertThat(file.get("sha256").asText()).isEqualTo(Sha256.of(bytes));
            }
        }
    }

    @Test
    void folderHoldsWhatTheZipHolds(@TempDir Path folder) throws IOException {
        CameraNoiseConfig config = config(new IsoChoice.Fixed(200), CameraNoiseConfig.OutputDepth.SIXTEEN);
        try (PairedDatasetWriter writer = PairedDatasetWriter.toFolder(folder, "test")) {
            CameraNoisePipeline.run(config, List.of(FIRST), writer, Cancellation.NEVER, ProgressSink.NONE);
            writer.finish();
        }
        for (Map.Entry<String, byte[]> entry :
                entries(zip(config, List.of(FIRST))).entrySet()) {
            assertThat(Files.readAllBytes(folder.resolve(entry.getKey()))).isEqualTo(entry.getValue());
        }
    }

    @Test
    void cleanFilesHoldTheSourcesPixels(@TempDir Path folder) throws IOException {
        CameraNoiseConfig config = config(new IsoChoice.Fixed(200), CameraNoiseConfig.OutputDepth.EIGHT);
        Path file = folder.resolve("clean.png");
        Files.write(file, entries(zip(config, List.of(FIRST))).get("clean/first.png"));
        Rgb8Image clean =
                (Rgb8Image) PhotoDecoder.decode(file, ImageLimits.PHOTO).image();
        assertThat(clean.samples()).isEqualTo(Pictures.random8(31, 17).samples());
    }

    @Test
    void isoRangesAreDrawnWithinTheirEnds() {
        IsoChoice.Range range = new IsoChoice.Range(100, 1600);
        List<Double> isos = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            isos.add(range.choose("x", OptionalInt.empty(), new Seed(i)));
        }
        assertThat(isos).allMatch(iso -> iso >= 100 && iso <= 1600);
        assertThat(isos.stream().filter(iso -> iso < 400).count()).isBetween(160L, 240L);
    }

    @Test
    void isoOfThePhotoIsUsedOrItsLackRefused() throws IOException {
        CameraNoiseConfig config = config(new IsoChoice.AsInPhoto(), CameraNoiseConfig.OutputDepth.EIGHT);
        NoiseSource stated = TestPhotos.source("stated", Pictures.random8(4, 4), OptionalInt.of(640));
        List<NoisePair> pairs = new ArrayList<>();
        CameraNoisePipeline.run(config, List.of(stated), pairs::add, Cancellation.NEVER, ProgressSink.NONE);
        assertThat(pairs.getFirst().iso()).isEqualTo(640);
        assertThatThrownBy(() -> zip(config, List.of(FIRST)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("first states no ISO");
    }

    @Test
    void isoThatTheCameraLacksIsRefusedBeforeAnyPicture() {
        assertThatThrownBy(() -> config(new IsoChoice.Range(100, 3200), CameraNoiseConfig.OutputDepth.EIGHT))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("got ISO 3200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a\\b", ".hidden", "a\u0000b", " a"})
    void namesThatAreNoFileNamesAreRefused(String name) {
        CameraNoiseConfig config = config(new IsoChoice.Fixed(200), CameraNoiseConfig.OutputDepth.EIGHT);
        assertThatThrownBy(() -> zip(config, List.of(TestPhotos.source(name, Pictures.random8(2, 2)))))
                .isInstanceOfSatisfying(
                        DioramaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    }

    @Test
    void equalNamesAreRefused() {
        CameraNoiseConfig config = config(new IsoChoice.Fixed(200), CameraNoiseConfig.OutputDepth.EIGHT);
        assertThatThrownBy(() -> zip(config, List.of(FIRST, TestPhotos.source("FIRST", Pictures.random8(2, 2)))))
                .hasMessageContaining("Two pictures are named \"FIRST\"");
    }

    @Test
    void aMixtureDealsEachPictureOneOfItsRecipesWhateverTheOthers() throws IOException {
        List<NoiseSource> sources = IntStream.range(0, 40)
                .mapToObj(i -> TestPhotos.source("picture" + i, Pictures.random8(8, 8)))
                .toList();
        List<String> dealt = laws(mixture(1), sources);
        assertThat(dealt).contains("heteroscedastic", "isotropic");
        assertThat(dealt.stream().filter("isotropic"::equals).count()).isBetween(10L, 30L);
        assertThat(laws(mixture(1), sources.subList(20, 40))).isEqualTo(dealt.subList(20, 40));
    }

    @Test
    void copiesHaveOneCleanPictureAndNoiseOfTheirOwn() throws IOException {
        Map<String, byte[]> entries = entries(zip(mixture(3), List.of(FIRST)));
        assertThat(entries)
                .containsKeys("noisy/first_01.png", "noisy/first_02.png", "noisy/first_03.png")
                .hasSize(10);
        assertThat(entries.get("clean/first_01.png")).isEqualTo(entries.get("clean/first_03.png"));
        assertThat(entries.get("noisy/first_01.png")).isNotEqualTo(entries.get("noisy/first_03.png"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void copiesAreLimited(int copies) {
        assertThatThrownBy(() -> mixture(copies))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("1 to 100 copies");
    }

    private static CameraNoiseConfig mixture(int copies) {
        IsoChoice iso = new IsoChoice.Range(100, 1600);
        return new CameraNoiseConfig(
                List.of(
                        new NoiseRecipe(new HeteroscedasticNoise(), Profiles.srgb(), iso),
                        new NoiseRecipe(new IsotropicNoise(), Profiles.srgb(), iso)),
                copies,
                new Seed(11),
                CameraNoiseConfig.OutputDepth.EIGHT,
                true,
                2);
    }

    private static List<String> laws(CameraNoiseConfig config, List<NoiseSource> sources) {
        List<String> laws = new ArrayList<>();
        CameraNoisePipeline.run(config, sources, pair -> laws.add(pair.model()), Cancellation.NEVER, ProgressSink.NONE);
        return laws;
    }

    private static CameraNoiseConfig config(IsoChoice iso, CameraNoiseConfig.OutputDepth depth) {
        return new CameraNoiseConfig(
                new NoiseRecipe(new HeteroscedasticNoise(), Profiles.srgb(), iso), new Seed(11), depth, true, 2);
    }

    private static byte[] zip(CameraNoiseConfig config, List<NoiseSource> sources) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PairedDatasetWriter writer = PairedDatasetWriter.toZip(bytes, "test")) {
            CameraNoisePipeline.run(config, sources, writer, Cancellation.NEVER, ProgressSink.NONE);
            writer.finish();
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                entries.put(entry.getName(), input.readAllBytes());
            }
        }
        return entries;
    }
}
