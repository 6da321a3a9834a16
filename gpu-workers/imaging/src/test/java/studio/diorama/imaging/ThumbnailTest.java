package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

    @Test
    void finePatternKeepsItsLight() {
        byte[] chequers = new byte[100 * 100 * 3];
        for (int i = 0; i < 100 * 100; i++) {
            Arrays.fill(chequers, i * 3, i * 3 + 3, (byte) ((i % 100 + i / 100) % 2 == 0 ? 255 : 0));
        }
        Rgb8Image thumbnail = Thumbnail.of(new Rgb8Image(100, 100, chequers), 50);
        // Half the light of white is level 188 in sRGB; averaging the levels themselves would give 128.
        for (byte sample : thumbnail.samples()) {
            assertThat(sample & 0xFF).isEqualTo(188);
        }
    }

    @Test
    void meanLightIsKeptWhereSidesDoNotDivide() {
        short[] ramp = new short[97 * 61 * 3];
        double mean = 0;
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (short) (i / 3 % 97 * 600);
            mean += light((ramp[i] & 0xFFFF) / 65_535.0) / ramp.length;
        }
        Rgb8Image thumbnail = Thumbnail.of(new Rgb16Image(97, 61, ramp), 40);
        double small = 0;
        for (byte sample : thumbnail.samples()) {
            small += light((sample & 0xFF) / 255.0) / thumbnail.samples().length;
        }
        assertThat(thumbnail.width()).isEqualTo(40);
        assertThat(thumbnail.height()).isEqualTo(25);
        assertThat(small).isCloseTo(mean, Offset.offset(0.002));
    }

    @Test
    void smallPictureStaysAsItIs() {
        byte[] samples = new byte[7 * 5 * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 2);
        }
        assertThat(Thumbnail.of(new Rgb8Image(7, 5, samples), 512).samples()).isEqualTo(samples);
        assertThat(Thumbnail.of(new Rgb8Image(7, 5, samples), 1).samples()).hasSize(3);
    }

    private static double light(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
