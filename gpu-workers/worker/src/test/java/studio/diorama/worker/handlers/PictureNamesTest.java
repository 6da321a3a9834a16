package studio.diorama.worker.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureNamesTest {

    @Test
    void namesLoseTheirEndingAndWhatFilesCannotBeCalled() {
        PictureNames names = new PictureNames();
        assertThat(names.of("IMG_1.JPG")).isEqualTo("IMG_1");
        assertThat(names.of("../../etc/passwd.png")).isEqualTo("_.._etc_passwd");
        assertThat(names.of("été 1.tar.png")).isEqualTo("été 1.tar");
        assertThat(names.of("...")).isEqualTo("photo");
    }

    @Test
    void equalNamesGetNumbersWhateverTheirCase() {
        PictureNames names = new PictureNames();
        assertThat(names.of("a.png")).isEqualTo("a");
        assertThat(names.of("A.jpg")).isEqualTo("A-2");
        assertThat(names.of("a-2.png")).isEqualTo("a-2-2");
    }

    @Test
    void longNamesAreCut() {
        assertThat(new PictureNames().of("x".repeat(300) + ".png")).hasSize(100);
    }
}
