package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real photographs, read a second way by the JDK.
class KodakTest {

    @Test
    void photographsDecodeToTheirPixels() throws IOException {
        for (Path file : photographs().stream().limit(4).toList()) {
            Rgb8Image photo =
                    (Rgb8Image) PhotoDecoder.decode(file, ImageLimits.PHOTO).image();
            BufferedImage expected = ImageIO.read(file.toFile());
            assertThat(photo.width()).isEqualTo(expected.getWidth());
            int[] pixels = expected.getRGB(0, 0, photo.width(), photo.height(), null, 0, photo.width());
            for (int i = 0; i < pixels.length; i++) {
                int rgb = (photo.samples()[i * 3] & 0xFF) << 16
                        | (photo.samples()[i * 3 + 1] & 0xFF) << 8
                        | (photo.samples()[i * 3 + 2] & 0xFF);
                if (rgb != (pixels[i] & 0xFF_FFFF)) {
                    throw new AssertionError("%s differs at pixel %d".formatted(file.getFileName(), i));
                }
            }
        }
    }

    @Test
    void photographsSurviveJpegOfHighQuality() throws IOException {
        for (Path file : photographs().stream().limit(2).toList()) {
            Rgb8Image photo =
                    (Rgb8Image) PhotoDecoder.decode(file, ImageLimits.PHOTO).image();
            Rgb8Image back = JpegRoundTrip.apply(photo, 95, ChromaSubsampling.YUV_444);
            assertThat(Pictures.difference(back, photo)).isBetween(0.1, 2.0);
        }
    }

    private static List<Path> photographs() throws IOException {
        Path folder = data().resolve("photos/kodak/PhotoCD_PCD0992");
        Assumptions.assumeTrue(Files.isDirectory(folder), "the Kodak photographs are not in " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }

    /// The folder named by DIORAMA_TEST_DATA, else `../shared/data` beside the repository.
    private static Path data() {
        Optional<String> named = Optional.ofNullable(System.getenv("DIORAMA_TEST_DATA"));
        if (named.isPresent()) {
            return Path.of(named.get());
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder.resolve("../shared/data").normalize();
    }
}
