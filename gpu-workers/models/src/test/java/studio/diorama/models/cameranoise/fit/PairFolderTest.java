package studio.diorama.models.cameranoise.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.Pictures;

class PairFolderTest {

    @TempDir
    private Path folder;

    @Test
    void polyUNamesAreRead() throws IOException {
        touch("NikonD800_6-3_125_5000_plant__4_real.JPG");
        touch("NikonD800_6-3_125_5000_plant__4_mean.JPG");
        touch("Sony_4-5_125_3200_plant_10_real.JPG");
        touch("Sony_4-5_125_3200_plant_10_mean.JPG");
        assertThat(find())
                .extracting(PairFile::camera, PairFile::iso, PairFile::scene)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("NikonD800", 5000, "plant"),
                        org.assertj.core.groups.Tuple.tuple("Sony", 3200, "plant"));
    }

    @Test
    void siddFoldersAreRead() throws IOException {
        touch("0001_001_S6_00100_00060_3200_L/0001_NOISY_SRGB_010.PNG");
        touch("0001_001_S6_00100_00060_3200_L/0001_GT_SRGB_010.PNG");
        touch("0001_001_S6_00100_00060_3200_L/0001_NOISY_SRGB_011.PNG");
        touch("0001_001_S6_00100_00060_3200_L/0001_GT_SRGB_011.PNG");
        assertThat(find()).hasSize(2).allMatch(pair -> pair.camera().equals("S6") && pair.iso() == 100);
    }

    @Test
    void siblingFoldersTakeCameraAndIsoFromTheCallerOrTheName() throws IOException {
        touch("My_Cam_640/clean/a.png");
        touch("My_Cam_640/noisy/a.jpg");
        assertThat(find())
                .containsExactly(new PairFile(
                        "My_Cam",
                        640,
                        "a",
                        folder.resolve("My_Cam_640/clean/a.png"),
                        folder.resolve("My_Cam_640/noisy/a.jpg")));
        PairFile told = PairFolder.find(folder, Optional.of("Other"), OptionalInt.of(50))
                .getFirst();
        assertThat(told.camera()).isEqualTo("Other");
        assertThat(told.iso()).isEqualTo(50);
    }

    @Test
    void unknownCameraIsRefusedSayingWhatToDo() throws IOException {
        write("clean/a.png", Pictures.random8(4, 4));
        write("noisy/a.png", Pictures.random8(4, 4));
        refused(this::find, "camera of a.png is unknown", "<camera>_<iso>");
    }

    @Test
    void filesWithoutPartnerAreRefusedByName() throws IOException {
        touch("Cam_100/clean/a.png");
        touch("Cam_100/noisy/a.png");
        touch("Cam_100/noisy/b.png");
        refused(this::find, "noisy/b.png has no partner");
        touch("Cam_100/clean/b.png");
        touch("Cam_100/clean/c.png");
        refused(this::find, "clean/c.png has no partner");
    }

    @Test
    void folderWithoutPairsIsRefusedNamingTheLayouts() {
        refused(this::find, "clean/ and noisy/", "_real.JPG", "SIDD");
    }

    @Test
    void pairOfTwoSizesIsRefusedByName() throws IOException {
        write("Cam_100/clean/a.png", Pictures.random8(4, 4));
        write("Cam_100/noisy/a.png", Pictures.random8(4, 5));
        PairFile pair = find().getFirst();
        refused(() -> LoadedPair.of(pair, false), "a.png is 4 × 5", "is 4 × 4");
    }

    @Test
    void sixteenBitsNeedTheConversionFlag() throws IOException {
        write("Cam_100/clean/a.png", Pictures.random16(4, 4));
        write("Cam_100/noisy/a.png", Pictures.random16(4, 4));
        PairFile pair = find().getFirst();
        refused(() -> LoadedPair.of(pair, false), "a.png has 16 bits", "conversion");
        assertThat(LoadedPair.of(pair, true).clean().bitDepth()).isEqualTo(8);
    }

    @Test
    void scenesAreHeldOutWhole() {
        List<PairFile> pairs = List.of("a", "a", "b", "b", "c").stream()
                .map(scene -> new PairFile("x", 100, scene, folder, folder))
                .toList();
        SceneSplit split = SceneSplit.of(pairs);
        assertThat(split.byScene()).isTrue();
        assertThat(split.heldOut()).extracting(PairFile::scene).containsExactly("b", "b");
        assertThat(split.training()).extracting(PairFile::scene).containsExactly("a", "a", "c");
        assertThat(SceneSplit.of(pairs.subList(0, 2)).byScene()).isFalse();
        assertThat(SceneSplit.of(pairs.subList(0, 1)).heldOut()).isEmpty();
    }

    private List<PairFile> find() {
        return PairFolder.find(folder, Optional.empty(), OptionalInt.empty());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String... words) {
        assertThatThrownBy(work).isInstanceOf(DioramaException.class).hasMessageContainingAll(words);
    }

    private void touch(String path) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), new byte[0]);
    }

    private void write(String path, RgbImage picture) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        PngWriter.write(picture, folder.resolve(path));
    }
}
