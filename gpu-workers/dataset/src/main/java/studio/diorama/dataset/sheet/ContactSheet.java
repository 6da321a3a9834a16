package studio.diorama.dataset.sheet;

import static java.util.Objects.requireNonNull;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.LabelledObject;

/// All layers of a frame side by side, with a legend of its classes.
public final class ContactSheet {

    private static final int BACKGROUND = 0x20242A;
    private static final int INK = 0xF2F2F2;
    private static final int GAP = 8;
    private static final int TITLE = 20;
    private static final int LEGEND_LINE = 22;
    private static final int COLUMNS = 3;

    private ContactSheet() {}

    /// The sheet as a PNG file.
    public static byte[] png(SheetLayers layers) {
        return png(draw(layers));
    }

    /// A picture as a PNG file.
    public static byte[] png(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] rgb = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return FastPng.rgb8(image.getWidth(), image.getHeight(), rgb);
    }

    /// The sheet: one panel for each layer that is there, three a row.
    public static BufferedImage draw(SheetLayers layers) {
        requireNonNull(layers, "layers is null");
        List<LabelPicture> pictures = Arrays.stream(LabelPicture.values())
                .filter(picture -> picture.isIn(layers))
                .toList();
        int panelWidth = layers.frame().width() + GAP;
        int panelHeight = layers.frame().height() + TITLE + GAP;
        int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
        Map<Integer, Integer> counts = counts(layers);
        int width = GAP + COLUMNS * panelWidth;
        int height = GAP + rows * panelHeight + TITLE + counts.size() * LEGEND_LINE;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(new Color(BACKGROUND));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < pictures.size(); i++) {
            int x = GAP + i % COLUMNS * panelWidth;
            int y = GAP + i / COLUMNS * panelHeight;
            SheetText.draw(sheet, pictures.get(i).title(), x, y, 2, INK);
            pen.drawImage(pictures.get(i).draw(layers), x, y + TITLE, null);
        }
        legend(sheet, pen, layers, counts, GAP + rows * panelHeight);
        pen.dispose();
        return sheet;
    }

    /// Objects that are seen, by class; stuff counts as it is listed.
    private static Map<Integer, Integer> counts(SheetLayers layers) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (LabelledObject object : layers.frame().objects()) {
            if (object.isSeen()) {
                counts.merge(object.classId(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static void legend(
            BufferedImage sheet, Graphics2D pen, SheetLayers layers, Map<Integer, Integer> counts, int top) {
        String heading = "%s, frame %d, %s"
                .formatted(
                        layers.info().name(),
                        layers.frame().index(),
                        layers.frame().split().folder());
        SheetText.draw(sheet, heading, GAP, top, 2, INK);
        int y = top + TITLE;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            ClassInfo known = layers.info().classOf(entry.getKey());
            pen.setColor(new Color(known.colour()));
            pen.fillRect(GAP, y, 14, 14);
            SheetText.draw(sheet, "%s: %d".formatted(known.name(), entry.getValue()), GAP + 22, y, 2, INK);
            y += LEGEND_LINE;
        }
    }
}
