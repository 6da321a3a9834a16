package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageWriteParam;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourProfileTest {

    @TempDir
    private Path folder;

    @Test
    void linearLightBecomesSrgb() {
        // IEC 61966-2-1: light of 128/255 is encoded as 1.055 · 0.50196^(1/2.4) − 0.055 = 0.7366, level 188.
        byte[] png = PngBytes.with(Pictures.png(flat(128, 128, 128)), PngBytes.profile(icc(ColorSpace.CS_LINEAR_RGB)));
        Photo photo = decode(png);
        assertThat(sample(photo, 0)).isCloseTo(188, Offset.offset(1));
        assertThat(photo.metadata().colourProfile()).isPresent();
        assertThat(photo.metadata().warnings()).isEmpty();
    }

    @Test
    void jpegIsConvertedOnceAndItsProfileMayComeInPieces() {
        byte[] icc = icc(ColorSpace.CS_LINEAR_RGB);
        byte[] jpeg = Pictures.jpeg(flat(128, 64, 128), false);
        int[] stored = samples(decode(jpeg));
        int[] once = samples(decode(JpegBytes.with(jpeg, JpegBytes.profile(icc, 60_000))));
        int[] inPieces = samples(decode(JpegBytes.with(jpeg, JpegBytes.profile(icc, 100))));
        assertThat(once).isEqualTo(inPieces);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(once[channel]).isCloseTo(srgb(stored[channel]), Offset.offset(2));
        }
    }

    @Test
    void sixteenBitsAreConvertedWithAllTheirBits() {
        short[] samples = new short[16 * 8 * 3];
        Arrays.fill(samples, (short) 0x8000);
        byte[] png = PngBytes.with(
                Pictures.png(new Rgb16Image(16, 8, samples)), PngBytes.profile(icc(ColorSpace.CS_LINEAR_RGB)));
        int converted = ((Rgb16Image) decode(png).image()).samples()[0] & 0xFFFF;
        // 1.055 · 0.5^(1/2.4) − 0.055 = 0.73536.
        assertThat(converted).isCloseTo(48_192, Offset.offset(80));
    }

    @Test
    void greyProfileIsUsedForGrey() {
        BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 128);
        byte[] png = Pictures.encode("png", grey, ImageWriteParam.MODE_COPY_FROM_METADATA);
        // The JDK's grey profile has gamma 1.
        Photo photo = decode(PngBytes.with(png, PngBytes.profile(icc(ColorSpace.CS_GRAY))));
        assertClose(samples(photo), 188, 188, 188);
    }

    @Test
    void srgbIsLeftAloneToTheLastBit() {
        Rgb8Image picture = Pictures.photo(40, 30, 20);
        Photo photo = decode(PngBytes.with(Pictures.png(picture), PngBytes.profile(icc(ColorSpace.CS_sRGB))));
        assertThat(((Rgb8Image) photo.image()).samples()).isEqualTo(picture.samples());
        assertThat(photo.metadata().colourProfile().orElseThrow()).contains("sRGB");
    }

    @Test
    void brokenProfileIsLeftOutWithAWarning() {
        byte[] icc = icc(ColorSpace.CS_LINEAR_RGB);
        Arrays.fill(icc, 128, 300, (byte) 0x7F);
        for (byte[] broken : new byte[][] {icc, new byte[50], "not a profile".getBytes(StandardCharsets.US_ASCII)}) {
            Photo photo = decode(PngBytes.with(Pictures.png(flat(128, 5, 9)), PngBytes.profile(broken)));
            assertThat(samples(photo)).containsExactly(128, 5, 9);
            assertThat(photo.metadata().warnings())
                    .containsExactly("The embedded colour profile is broken; the colours were taken as sRGB.");
            assertThat(samples(decode(
                            JpegBytes.with(Pictures.jpeg(flat(0, 0, 0), false), JpegBytes.profile(broken, 9_000)))))
                    .containsExactly(0, 0, 0);
        }
    }

    @Test
    void greyProfileInAnRgbPictureIsNotUsed() {
        Photo photo = decode(PngBytes.with(Pictures.png(flat(128, 5, 9)), PngBytes.profile(icc(ColorSpace.CS_GRAY))));
        assertThat(samples(photo)).containsExactly(128, 5, 9);
        assertThat(photo.metadata().warnings())
                .singleElement()
                .asString()
                .contains("is for 1 channels and the picture has 3");
    }

    @Test
    void webpProfileIsUsedOnce() {
        byte[] webp = WebpBytes.riff(
                WebpBytes.extended(0x20, 16, 8),
                WebpBytes.chunk("ICCP", icc(ColorSpace.CS_LINEAR_RGB)),
                WebpBytes.chunk("VP8L", WebpBytes.vp8l(16, 8)));
        assertClose(samples(decode(webp)), srgb(10), srgb(20), srgb(30));
    }

    private Photo decode(byte[] file) {
        return PhotoDecoder.decode(Pictures.file(folder, "picture", file), ImageLimits.PHOTO);
    }

    private static Rgb8Image flat(int red, int green, int blue) {
        byte[] samples = new byte[16 * 8 * 3];
        for (int i = 0; i < samples.length; i += 3) {
            samples[i] = (byte) red;
            samples[i + 1] = (byte) green;
            samples[i + 2] = (byte) blue;
        }
        return new Rgb8Image(16, 8, samples);
    }

    private static byte[] icc(int colours) {
        return ICC_Profile.getInstance(colours).getData();
    }

    private static int srgb(int linearLevel) {
        double light = linearLevel / 255.0;
        return (int) Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055));
    }

    private static void assertClose(int[] samples, int... expected) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(samples[channel]).isCloseTo(expected[channel], Offset.offset(1));
        }
    }

    private static int sample(Photo photo, int at) {
        return ((Rgb8Image) photo.image()).samples()[at] & 0xFF;
    }

    private static int[] samples(Photo photo) {
        return new int[] {sample(photo, 0), sample(photo, 1), sample(photo, 2)};
    }
}
