package studio.diorama.dataset.library;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import studio.diorama.geometry.PosedPart;
import studio.diorama.geometry.Texture;

/// Draws the library for people to look at: `ContactSheet FOLDER all`, `… variants`, `… textures`,
/// `… FOLDER mug 0 1 2 3` (variants) or `… FOLDER figure@walk 0 0.25 0.5` (moments of a clip, in seconds).
final class ContactSheet {

    private ContactSheet() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String what = arguments[1];
        List<Cell> cells = switch (what) {
            case "all" ->
                BuiltinAssets.names().stream().map(name -> asset(name, 0)).toList();
            case "variants" ->
                BuiltinAssets.names().stream()
                        .flatMap(name -> LongStream.rangeClosed(1, 4).mapToObj(variant -> asset(name, variant)))
                        .toList();
            case "textures" ->
                List.of(ProceduralTexture.values()).stream()
                        .map(ContactSheet::texture)
                        .toList();
            default ->
                IntStream.range(2, arguments.length)
                        .mapToObj(i -> cell(what, arguments[i]))
                        .toList();
        };
        int pixels = Integer.getInteger("pixels", cells.size() > 12 ? 256 : 420);
        int columns = Math.min(cells.size(), Integer.getInteger("columns", 6));
        int rows = (cells.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * pixels, rows * pixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < cells.size(); i++) {
            int x = i % columns * pixels;
            int y = i / columns * pixels;
            graphics.drawImage(cells.get(i).picture.draw(pixels), x, y, null);
            graphics.setColor(Color.BLACK);
            graphics.drawString(cells.get(i).label, x + 5, y + pixels - 6);
        }
        ImageIO.write(
                sheet, "png", folder.resolve(what.replace('@', '-') + ".png").toFile());
    }

    private interface Picture {
        BufferedImage draw(int pixels);
    }

    private record Cell(String label, Picture picture) {}

    private static Cell cell(String what, String argument) {
        if (!what.contains("@")) {
            return asset(what, Long.parseLong(argument));
        }
        BuiltinAsset asset = BuiltinAssets.get(what.substring(0, what.indexOf('@')));
        List<PosedPart> parts =
                asset.model().posed(what.substring(what.indexOf('@') + 1), Double.parseDouble(argument));
        return new Cell(argument + " s", pixels -> Preview.of(parts, pixels, yaw(), pitch()));
    }

    private static Cell asset(String name, long variant) {
        BuiltinAsset asset = BuiltinAssets.get(name, variant);
        String label =
                "%s %d, %d triangles".formatted(name, variant, asset.model().triangleCount());
        return new Cell(label, pixels -> Preview.of(asset.model().flatten(), pixels, yaw(), pitch()));
    }

    private static double yaw() {
        return Math.toRadians(Integer.getInteger("yaw", -35));
    }

    private static double pitch() {
        return Math.toRadians(Integer.getInteger("pitch", 22));
    }

    private static Cell texture(ProceduralTexture texture) {
        return new Cell(texture.label(), pixels -> {
            BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            TextureMaps maps = texture.maps();
            int part = pixels * 3 / 4;
            graphics.drawImage(picture(maps.baseColour()), 0, 0, part, part, null);
            graphics.drawImage(picture(maps.baseColour()), part, 0, part, part, null);
            graphics.drawImage(picture(maps.baseColour()), 0, part, part, part, null);
            graphics.drawImage(picture(maps.normal()), part, part, pixels - part, pixels - part, null);
            return image;
        });
    }

    private static BufferedImage picture(Texture texture) {
        BufferedImage image = new BufferedImage(texture.width(), texture.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < texture.width() * texture.height(); i++) {
            byte[] rgba = texture.rgba();
            int alpha = rgba[i * 4 + 3] & 255;
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                rgb = rgb << 8 | ((rgba[i * 4 + channel] & 255) * alpha + 255 * (255 - alpha)) / 255;
            }
            image.setRGB(i % texture.width(), i / texture.width(), rgb);
        }
        return image;
    }
}
