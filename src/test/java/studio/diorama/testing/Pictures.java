package studio.diorama.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Pictures for tests: drawn here, so that they are there without any data, or real ones where they are.
public final class Pictures {

    private Pictures() {}

    /// A scene of gradients and edges, different for each `variant`.
    public static Path draw(Path folder, String name, int width, int height, int variant) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = 255 * x / width;
                int green = 255 * y / height;
                int blue = (x / 64 + y / 64 + variant) % 2 == 0 ? 200 : 60;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        String format = name.endsWith(".jpg") ? "jpg" : "png";
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException("No writer for " + format);
        }
        return file;
    }

    /// Real photographs where the shared data is, else drawn ones of the same size.
    public static List<Path> photographs(Path folder, int count) throws IOException {
        Path kodak = TestData.folder().resolve("photos/kodak");
        if (Files.isDirectory(kodak)) {
            try (Stream<Path> files = Files.walk(kodak)) {
                return files.filter(file -> file.toString().endsWith(".png"))
                        .sorted()
                        .limit(count)
                        .toList();
            }
        }
        List<Path> drawn = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(draw(folder, "drawn-%02d.png".formatted(i), 768, 512, i));
        }
        return drawn;
    }

    /// A clean picture and the same with noise that grows with its brightness, as `NAME_clean.png` and
    /// `NAME_noisy.png`.
    public static List<Path> pair(Path folder, String name, int width, int height, int variant, double strength)
            throws IOException {
        Files.createDirectories(folder);
        BufferedImage clean = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        BufferedImage noisy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(variant);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int cleanPixel = 0;
                int noisyPixel = 0;
                for (int channel = 0; channel < 3; channel++) {
                    int code = 30 + (x * 150 / width + y * (20 + 10 * channel) / height + 7 * variant) % 190;
                    double noise = strength * Math.sqrt(code) * random.nextGaussian();
                    cleanPixel = cleanPixel << 8 | code;
                    noisyPixel = noisyPixel << 8 | (int) Math.clamp(Math.round(code + noise), 0, 255);
                }
                clean.setRGB(x, y, cleanPixel);
                noisy.setRGB(x, y, noisyPixel);
            }
        }
        Path cleanFile = folder.resolve(name + "_clean.png");
        Path noisyFile = folder.resolve(name + "_noisy.png");
        ImageIO.write(clean, "png", cleanFile.toFile());
        ImageIO.write(noisy, "png", noisyFile.toFile());
        return List.of(cleanFile, noisyFile);
    }
}
