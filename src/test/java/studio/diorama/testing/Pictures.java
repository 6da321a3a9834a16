package studio.diorama.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
