package studio.diorama.models.cameranoise.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.models.cameranoise.data.SiddFolder.Part;
import studio.diorama.models.cameranoise.data.SiddFolder.SiddPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.SiddName;

class SiddFolderTest {

    @TempDir
    private Path folder;

    @Test
    void namesSayInstanceSceneCameraAndSettings() throws IOException {
        instance("0066_003_GP_00100_00200_4400_N");
        SiddPair pair = SiddFolder.find(folder).getFirst();
        assertThat(pair.name()).isEqualTo(new SiddName(66, 3, "GP", 100, 200, 4400, 'N'));
        assertThat(pair.files().camera()).isEqualTo("GP");
        assertThat(pair.files().iso()).isEqualTo(100);
        assertThat(pair.files().clean().getFileName()).hasToString("0066_GT_SRGB_010.PNG");
    }

    @Test
    void pairsFallIntoThePublishedSplit() throws IOException {
        instance("0001_001_S6_00100_00060_3200_L");
        instance("0054_002_GP_00400_00200_4400_N");
        instance("0093_005_IP_02000_02000_5500_N");
        assertThat(SiddFolder.find(folder, Part.TRAINING))
                .extracting(PairFile::camera)
                .containsExactly("S6", "S6");
        assertThat(SiddFolder.find(folder, Part.TEST))
                .extracting(PairFile::camera)
                .containsExactly("GP", "GP");
        assertThat(SiddFolder.find(folder, Part.UNUSED))
                .extracting(PairFile::iso)
                .containsExactly(2000, 2000);
        assertThat(SiddFolder.TEST_INSTANCES).hasSize(22);
    }

    @Test
    void dataFolderOfTheArchiveIsEntered() throws IOException {
        instance("Data/0001_001_S6_00100_00060_3200_L");
        assertThat(SiddFolder.find(folder)).hasSize(2);
        assertThatThrownBy(() -> SiddFolder.find(folder, Part.TEST))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("TEST");
    }

    @Test
    void otherFoldersAreRefused() throws IOException {
        Path clean = Files.createDirectories(folder.resolve("Cam_100/clean"));
        Path noisy = Files.createDirectories(folder.resolve("Cam_100/noisy"));
        Files.write(clean.resolve("a.png"), new byte[0]);
        Files.write(noisy.resolve("a.png"), new byte[0]);
        assertThatThrownBy(() -> SiddFolder.find(folder))
                .isInstanceOf(DioramaException.class)
                .hasMessageContainingAll("a.png", "0001_001_S6");
        assertThat(SiddName.of(Path.of("0001_001_S6_00100_00060_3200"))).isEmpty();
    }

    private void instance(String name) throws IOException {
        Path instance = Files.createDirectories(folder.resolve(name));
        String number = instance.getFileName().toString().substring(0, 4);
        for (String file : List.of("NOISY_SRGB_010", "GT_SRGB_010", "NOISY_SRGB_011", "GT_SRGB_011")) {
            Files.write(instance.resolve(number + "_" + file + ".PNG"), new byte[0]);
        }
    }
}
