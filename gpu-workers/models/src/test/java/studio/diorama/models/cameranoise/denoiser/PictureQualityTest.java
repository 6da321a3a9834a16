package studio.diorama.models.cameranoise.denoiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Pictures;

class PictureQualityTest {

    @Test
    void equalPicturesAreInfinitelyAndWhollyAlike() {
        PictureQuality quality = PictureQuality.of(Pictures.smooth(40, 30, 1), Pictures.smooth(40, 30, 1));
        assertThat(quality.psnr()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(quality.ssim()).isEqualTo(1);
    }

    @Test
    void oneErrorEverywhereGivesTheClosedForm() {
        PictureQuality quality = PictureQuality.of(Pictures.flat(20, 20, 100), Pictures.flat(20, 20, 105));
        assertThat(quality.psnr()).isCloseTo(20 * Math.log10(255 / 5.0), within(1e-9));
    }

    @Test
    void halfOfTheSamplesWrongTakesThreeDecibelsLess() {
        byte[] samples = Pictures.flat(20, 20, 100).samples().clone();
        for (int i = 0; i < samples.length; i += 2) {
            samples[i] = 110;
        }
        PictureQuality quality = PictureQuality.of(Pictures.flat(20, 20, 100), new Rgb8Image(20, 20, samples));
        assertThat(quality.psnr()).isCloseTo(20 * Math.log10(255 / 10.0) + 10 * Math.log10(2), within(1e-9));
    }

    @Test
    void flatPicturesDifferByTheirLuminanceAlone() {
        double c1 = 2.55 * 2.55;
        double expected = (2 * 80 * 120 + c1) / (80.0 * 80 + 120.0 * 120 + c1);
        PictureQuality quality = PictureQuality.of(Pictures.flat(16, 16, 80), Pictures.flat(16, 16, 120));
        assertThat(quality.ssim()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void oneWindowIsTheFormulaWrittenOut() {
        Rgb8Image x = Pictures.smooth(11, 11, 0.3);
        byte[] samples = x.samples().clone();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.clamp((samples[i] & 0xFF) + random.nextInt(-30, 31), 0, 255);
        }
        Rgb8Image y = new Rgb8Image(11, 11, samples);
        assertThat(PictureQuality.of(x, y).ssim()).isCloseTo(writtenOut(x, y), within(1e-9));
    }

    @Test
    void smallerIsSaidToBeOfAnotherSize() {
        assertThatThrownBy(() -> PictureQuality.of(Pictures.flat(20, 20, 1), Pictures.flat(20, 19, 1)))
                .hasMessageContaining("20 × 19");
    }

    /// Moments about the means, with the window in two dimensions.
    private static double writtenOut(Rgb8Image x, Rgb8Image y) {
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < 121; i++) {
            weights += weight(i);
            meanX += weight(i) * luminance(x, i);
            meanY += weight(i) * luminance(y, i);
        }
        meanX /= weights;
        meanY /= weights;
        double varianceX = 0;
        double varianceY = 0;
        double covariance = 0;
        for (int i = 0; i < 121; i++) {
            varianceX += weight(i) / weights * Math.pow(luminance(x, i) - meanX, 2);
            varianceY += weight(i) / weights * Math.pow(luminance(y, i) - meanY, 2);
            covariance += weight(i) / weights * (luminance(x, i) - meanX) * (luminance(y, i) - meanY);
        }
        double c1 = 6.5025;
        double c2 = 58.5225;
        return (2 * meanX * meanY + c1)
                / (meanX * meanX + meanY * meanY + c1)
                * (2 * covariance + c2)
                / (varianceX + varianceY + c2);
    }

    private static double weight(int place) {
        double x = place % 11 - 5;
        double y = place / 11 - 5;
        return Math.exp(-(x * x + y * y) / (2 * 1.5 * 1.5));
    }

    private static double luminance(Rgb8Image picture, int place) {
        return 0.299 * (picture.samples()[3 * place] & 0xFF)
                + 0.587 * (picture.samples()[3 * place + 1] & 0xFF)
                + 0.114 * (picture.samples()[3 * place + 2] & 0xFF);
    }
}
